"""No language of ours: what holds everywhere."""

ABBREVIATIONS = ""
NUMBERED = ""
TRAILING = ""
ORDINAL_DOT = False
OPENERS = ""
TITLES = ""
PLACING = ""
ENDINGS = ""
NOUNS_CAPITAL = False
CUES = ()
NEGATORS = ""
NEGATORS_AFTER = ""
NOT_ONLY = ""
DOUBTS = ""
