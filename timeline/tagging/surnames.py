"""Last names that say too little alone: only after the full name do they mean the actor.

A last name that stands once in a vocabulary is not thereby once in the world. Three groups, in lower case:
words of the language, which a sentence may begin with; first names and places; names that so many bear that
a stranger is as likely. They are compared as tokens are folded.
"""

from .tokens import fold

_WORDS = """
baker bell berry bird bishop black bond book brook brooks brown burns bush butler church cole
cook cotton cox cross crow day dean drew field fields fish fisher ford foster fox gates good gold grant gray
green grey hand hands hart head heard hill hood hope house hunt hunter james judge key king knight lake lamb
land lane law little long lord love low major marsh martin mason may mills moon moore park parks parry penny
pope porter post power powers price quick reed rice rich rivers rose rush sharp short small snow speaker
spring stone storm strong summers swan swift turner wall walker ward waters weaver webb wells west white
wilder winter winters wise wolf wood woods woodward worth young klein gross groß lang kurz jung weiß schwarz
braun koch bauer fischer schneider richter kaiser könig herzog graf petit grand blanc noir roux leroy roi
moulin fontaine
"""
_FIRST_NAMES_AND_PLACES = """
adam adams alexander allen andrews anthony arnold arthur austin benedict benjamin bruce cameron carl carter
chad charles chester christian clark clinton craig crawford curtis dallas daniel david dean dennis donald
douglas dylan edward ellis francis franklin frank gary george gerald gordon graham gregory harold harris
harrison harvey henry herbert holland howard hudson hugh ireland israel jackson jordan joseph kelly kent
kyle lawrence lee leon lewis lincoln logan london louis lucas ludwig marshall marcus max mercer mitchell
montgomery morgan nelson nicholas norman oliver oscar otto owen palmer paris patrick paul perry peter peters
philip raymond richard robert roger roland ross russell scott sidney simon spencer stanley stephen stewart
thomas tyler victor vincent walter warren washington wayne wesley york
"""
_BORNE_BY_MANY = """
anderson bailey brooks campbell collins cooper davies davis edwards evans garcia green hall hughes jenkins
johnson jones khan kim lewis li liu lopez macdonald miller moore murphy murray parker patel phillips roberts
robinson rogers sanchez singh smith stevens taylor thompson walsh wang watson williams wilson wright zhang
chen nguyen becker hoffmann krüger lehmann maier mayer meier meyer müller neumann schäfer schmidt schmitt
schulz wagner weber werner bernard dubois durand laurent lefebvre martin moreau morel robert simon ivanov
petrov smirnov popov sokolov kuznetsov kozlov novikov morozov bondarenko kovalenko kravchenko melnyk
shevchenko tkachenko kowalski kowalczyk lewandowski nowak wiśniewski wójcik zieliński иванов петров смирнов
попов соколов кузнецов козлов новиков морозов бондаренко коваленко кравченко мельник шевченко ткаченко
"""

SAY_TOO_LITTLE = frozenset(map(fold, f"{_WORDS} {_FIRST_NAMES_AND_PLACES} {_BORNE_BY_MANY}".split()))
