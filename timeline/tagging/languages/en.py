"""English."""

ABBREVIATIONS = """
gen col lt maj capt sgt cmdr adm sen rep gov pres mr mrs ms dr prof rev hon messrs st jr sr amb supt jan feb
mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun inc ltd co corp dept univ
assn est approx vs cf eg ie viz al ft mt min u.s u.k u.n e.u d.c e.g i.e ph.d
"""
NUMBERED = "no nos art vol pp p fig sec ch para res"
TRAILING = "etc a.m p.m"
ORDINAL_DOT = False
OPENERS = """
a an the this that these those there here it its he she his her they their we our i you your my and but or
nor yet so for if when while whereas as since because although though once until till unless whether in on
at by with without within from to of off over under after before during against among amid between into
inside outside about above across around behind beyond despite through throughout toward towards like unlike
then now today yesterday tomorrow later earlier meanwhile still also even only just not no both neither
either each every all some any many most much more few several other another such one two three four five
what which who whom whose why how where did does do was is are were will would has have had can could may
might must should shall let perhaps however moreover instead indeed again too according asked said
"""
TITLES = """
president president-elect elect vice chancellor minister premier secretary state defense defence treasury
affairs spokesman spokeswoman spokesperson ambassador envoy senator sen representative rep congressman
congresswoman governor gov speaker chairman chairwoman chair leader chief director commissioner adviser
advisor aide general gen admiral adm colonel col lieutenant lt major maj captain capt commander marshal mr
mrs ms dr professor prof sir lord lady dame king queen prince republican republicans democrat democrats
democratic mp mep candidate lawmaker
"""
PLACING = """
in inside into over across near within outside at around through throughout beyond to from for with on of
against between towards toward
"""
ENDINGS = ""
NOUNS_CAPITAL = False
NEGATORS = """
not, never, no, no longer, nobody, none, cannot, without, neither, nor, refuse/refuses/refused/refusing to,
decline/declines/declined/declining to, fail/fails/failed to, stop/stops/stopped short of, unwilling to,
unable to
"""
NEGATORS_AFTER = ""
NOT_ONLY = "not only/just/merely, no doubt"
QUESTIONS = "whether"
QUESTIONS_AFTER = ""
DENIALS = """
deny/denies/denied/denying, not say/said/claim/claimed/confirm/confirmed/mean/suggest, never/nobody
said/claimed/confirmed/says, dismiss/dismisses/dismissed reports/claims/rumours/rumors/suggestions,
reject/rejects/rejected reports/claims/rumours/rumors/suggestions, untrue, false that
"""
URGES = """
was/were/is/are/be/been/being urged/asked/pressed/pushed/pressured/invited/encouraged,
was/were/is/are/be/been expected/told/forced/required, was/were/been/being
repeatedly/again/publicly/also/now/recently urged/asked/pressed/pushed/pressured/invited/encouraged/told,
urged/asked/pressured/invited/encouraged/expected to, called on/upon to, under pressure, under
growing/mounting/increasing/heavy/strong/renewed pressure, pressure on
"""
CONDITIONS = "if, unless, provided that, in case, on condition"
MODALS = "could, might, may"
NOT_WITHHELD = "asked to be/receive/get/use/have, could/might not"
URGING = ""
NO_CUES = """
to support, vote of no confidence, in/on demand, demand/demands for (energy power electricity gas oil food
goods), supply and demand, a favour/favor, against the
law/odds/clock/backdrop/background/wall/dollar/euro/pound,
fight/fights/fighting/fought/war/wars/struggle/struggles/battle/battles/campaign/measures/sanctions/charges/case/lawsuit/protection/protect/protects/protected/defend/defended/defence/defense/crimes/allegations/evidence/attack/attacks/strike/strikes/offensive/match/guard/guarded
against, ready/willing/prepared/agree/agrees/agreed to
resign/quit/leave/meet/talk/negotiate/step/go/compromise/wait
"""
CHANGES = """
drop/drops/dropped/dropping/abandon/abandons/abandoned/withdraw/withdraws/withdrew/withdrawn/end/ends/ended/lift/lifts/lifted/overcome/overcame/soften/softened
his/her/its/their/the/all opposition/objection/objections/resistance/veto/support/backing/reservations,
give/gives/gave/given up his/her/its/their/the/all opposition/objections/resistance/veto/support,
drop/drops/dropped/withdraw/withdrew/withdrawn opposition/objections/support,
reverse/reverses/reversed/reversing … policy/policies/position/positions/stance/course,
change/changes/changed his/her/its/their mind/minds/position/stance/view/views/course, shift/shifts/shifted
his/her/its/their position/stance, a/an u turn/about face, back/backs/backed away/down, backtrack*
"""
WOULD = "would"
MODAL_ENDINGS = ""
BUT = "but yet however though although"
AGENTS = "by"
AGENT_ENDINGS = ""
CASES = False
AND = "and nor or"
ARTICLES = "a an the his her its their"
SAYING = "according to, in the view of"
SUBJECTS = "he she it they we i you who"
VERB_SECOND = False

CUES = (
    (
        "supports",
        "opposes",
        """
supports/supported, will/would/must/should support, will/would/to/must/should fully/strongly support,
voice/voices/voiced/express/expresses/expressed support, in support of, support for the idea, in
favour/favor of, favour/favours/favoured/favor/favors/favored, back/backs/backed
the/his/her/their/such/calls, advocate/advocates/advocated for, advocating for,
welcome/welcomes/welcomed/welcoming, endorse/endorses/endorsed/endorsing, praise/praises/praised,
applaud/applauds/applauded, hail/hails/hailed, right/good/correct decision, has/have the/a right to, makes
sense, (i we you they who both also still fully strongly) support, support (a an the this that these those
it them him her his their our its your my any all both such), (i we you they who both also still) back (a
the this it), vote/votes/voted/voting to support/approve/adopt/pass/back, voted/voting for,
will/would/to/must/should/can vote for, (i we they) vote for, defend/defends/defended/defending …
plan/plans/bill/law/tax/decision/policy/measure/measures/reform/move/proposal/scheme/toll/deal/ban,
want/wants/wanted to ban/introduce/abolish/scrap/raise/cut/lower/build/legalise/legalize/close/keep/extend,
backs/backed (a an it calls plans), backing (a an the it his her their this), argue/argues/argued/arguing
for (a an the), campaign/campaigns/campaigned/campaigning for (a an the), came/come/comes out for
""",
    ),
    (
        "supports",
        "undecided",
        """
approve/approves/approved/approving, authorise/authorises/authorised/authorize/authorizes/authorized,
agree/agrees/agreed to, sign/signs/signed off, gave/give/gives/given permission, gave/give/gives/given the
green light, green-lit/greenlit/greenlighted, lift/lifts/lifted the/all/its/these
restrictions/restriction/ban/bans/limits, allow/allows/allowed/permit/permits/permitted … to, let/lets …
use/fire/strike/have, decided to send/supply/provide/deliver/give/allow/permit, announce/announces/announced
a/the/new delivery/package, adopt/adopts/adopted (a an the it this), pass/passes/passed the/a/an/this/its
bill/law/motion/budget/resolution/act/measure/reform/amendment/ban/tax, accept/accepts/accepted
the/a/an/this/its plan/proposal/deal/cap/compromise/amendment/terms/bill/ban/tax
""",
    ),
    (
        "supports",
        "leans-oppose",
        """
promise/promises/promised/promising/pledge/pledges/pledged/pledging/vow/vows/vowed to
send/supply/provide/deliver/donate/give/support/back/help/continue/keep/approve/introduce/allow/lift,
promise/promises/promised/pledge/pledges/pledged … support/aid/weapons/missiles/deliveries,
commit/commits/committed to, ready/willing/prepared to, will/would send/supply/provide/deliver/donate,
stand/stands/stood ready
""",
    ),
    (
        "supports",
        "opposes",
        """
urge/urges/urged/urging … to, press/presses/pressed/pressing … to, push/pushes/pushed/pushing for,
call/calls/called/calling for, call/calls/called/calling on … to, plead/pleads/pleaded for,
appeal/appeals/appealed for, appeal/appeals/appealed to … to, demand/demands/demanded/demanding,
ask/asks/asked/asking for, ask/asks/asked … to allow/send/supply/provide/deliver/lift/let/approve/permit,
ask/asks/asked that … be allowed, requested, should be allowed/permitted/lifted/sent, must be
allowed/permitted/lifted/sent, should/must send/supply/provide/deliver/allow/lift, for … to decide
""",
    ),
    (
        "leans-support",
        "leans-oppose",
        """
open to, could imagine, lean/leans/leaned/leaning towards/toward, close to approving/sending,
hint/hints/hinted, sympathetic to, inclined to, signal/signals/signaled/signalled, in principle, still in
play, remains/remained an option, suggests/suggested that … could, no objection/objections to
""",
    ),
    (
        "undecided",
        None,
        """
undecided, whether to, non-committal, noncommittal, weigh/weighs/weighed/weighing,
consider/considers/considered/considering, no/any final/formal decision, no decision, not decided, not yet
decided, not made a/any decision, remains/remain/remained unsettled, remains/remain/remained unresolved,
still/remains/remained open, under review/consideration/evaluation, take/takes/took/taken no position,
declined/declines to say/comment, would/will not say, study/studies/studied the request,
hesitant/hesitate/hesitates/hesitated/hesitation, waver/wavers/wavered/wavering,
abstain/abstains/abstained/abstaining
""",
    ),
    (
        "leans-oppose",
        "leans-support",
        """
reluctant/reluctance, sceptical/skeptical/sceptic/skeptic of/about, wary of,
favour/favours/favoured/favor/favors/favored … caution/cautious/guarded/restraint/restrained,
cautious/cautioned/cautions, voice/voiced/expressed/express/expresses/share/shared/shares …
concern/concerns/doubts, will/would resist, resists/resisted/resisting, delay/delays/delayed/delaying the,
worried/worries/worry that/about, warn/warns/warned/warning, call/calls/called … symbolic, opted to delay,
distance/distances/distanced, unconvinced, not convinced, has/have/had doubts
""",
    ),
    (
        "opposes",
        "leans-support",
        """
oppose/opposes/opposed/opposing, remain/remains/remained opposed, opposition to, opponent of,
object/objects/objected to, rule/rules/ruled/ruling out, rule/rules/ruled it/that/this out,
reject/rejects/rejected/rejecting, turn/turns/turned down, say/says/said no (| to and but again on in at
when), refuse/refuses/refused/refusing, veto/vetoes/vetoed, block/blocks/blocked/blocking,
forbid/forbids/forbade/forbidden, prohibit/prohibits/prohibited, deny/denies/denied … permission, against
the/sending/supplying/allowing/providing/delivering/any/such/lifting, is/are/was/were against, vote/votes
against, warn/warns/warned against, urge/urges/urged … not to, condemn/condemns/condemned/condemning,
denounce/denounces/denounced, criticise/criticises/criticised, criticize/criticizes/criticized,
threaten/threatens/threatened, attack/attacks/attacked the decision, call/calls/called …
reckless/irresponsible/dangerous/unacceptable/stupid/reprehensible/escalation, speak/speaks/spoke of an/a
escalation, speak/speaks/spoke of escalation, red line, direct party to, not
support/back/favour/favor/endorse, playing with fire, plays/play with fire, pour/pours/pouring/poured
oil/fuel, must/should not/never, nothing changes, changes/changed/change nothing, no change, reverse
this/the decision, will/would not send/supply/provide/deliver/allow/permit, not going to
send/supply/provide/allow, voting/voted against, (i we they) vote against, (but) against, call/calls/called
… unfair/wrong/absurd/disgraceful/harmful/unjust,
argue/argues/argued/arguing/campaign/campaigns/campaigned/campaigning against, came/come/comes out against
""",
    ),
)
