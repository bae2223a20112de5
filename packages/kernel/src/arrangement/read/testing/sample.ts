/** A small arrangement with something in every section, and claims about it, for tests to break. */

const NAME = 'name: { en: a, ko: 가, ja: あ }';
const REST = 'status: text, source: { in: W, at: p1 }';

export const SAMPLE = `id: sample
name: { en: Sample, ko: 예시, ja: 例 }
summary: { en: Two parties., ko: 두 당사자., ja: 二者。 }
sources:
  W: { title: { en: A paper, ko: 글, ja: 文 }, kind: document, address: https://example.org/ }
parties:
  arden: { ${NAME}, ${REST} }
  borea: { ${NAME}, ${REST} }
governments:
  first: { ${NAME}, party: arden, leaning: no, from: 2011, until: 2012-03, ${REST} }
offices:
  chief: { ${NAME}, answersTo: arden, ${REST} }
  minister: { ${NAME}, answersTo: borea, heldFrom: borea, ${REST} }
  general: { ${NAME}, answersTo: { allOf: [arden, { anyOf: [arden, borea] }] }, ${REST} }
  aide: { ${NAME}, answersTo: arden, ${REST} }
seats:
  post:
    ${NAME}
    offices: [general, aide]
    from: 2010
    status: text
    source: [{ in: W }, { in: W, at: p2, quote: '2011' }]
    holders:
      - { name: { en: One, ko: 하나, ja: 一 }, from: 2010, until: 2012, ${REST} }
      - { name: { en: Two, ko: 둘, ja: 二 }, from: 2012, until: 2014, ${REST} }
      - { name: { en: Deputy, ko: 셋, ja: 三 }, from: 2011-06, until: 2011-09, acting: true, ${REST} }
bodies:
  council: { ${NAME}, members: [chief, minister, general], way: { atLeast: 2, veto: [chief] }, ${REST} }
  board:
    ${NAME}
    members: [chief, minister]
    way: { weighted: { quota: 3, weights: { chief: 2, minister: 1 } }, alsoAtLeast: 2 }
    silence: P3D
    status: text
    source: { in: W }
  forum: { ${NAME}, members: [chief, minister], way: none, ${REST} }
matters:
  strike: { ${NAME}, ${REST} }
  aid: { ${NAME}, ${REST} }
conditions:
  emergency: { ${NAME}, declaredBy: [chief], usually: false, ${REST} }
  time-permits: { ${NAME}, ${REST} }
readings:
  link:
    ${NAME}
    alternatives:
      tight: { ${NAME}, source: { in: W } }
      loose: { ${NAME}, source: { in: W } }
    status: hedged
    source: { in: W }
unknowns:
  consent: { ${NAME}, ${REST} }
instruments:
  treaty: { ${NAME}, parties: [arden, borea], form: treaty, clauses: { one: { ${NAME}, source: { in: W } } }, ${REST} }
powers:
  chief-strikes:
    ${NAME}
    act: execute by chief on strike
    valid: { allOf: [concur by minister on strike, { anyOf: [when emergency, { not: reading link is tight }] }] }
    proper: consult by chief with minister on strike
    inForce: { atLeast: 1, of: [concur by minister on aid, unknown consent] }
    revocableBy: { weighted: 2, of: [{ weight: 1, is: revoke by chief on strike }, { weight: 1, is: never }] }
    clause: treaty/one
    status: text
    source: { in: W }
  council-aids: { ${NAME}, act: decide by council on aid, valid: { silent: concur by board on aid, within: P3D }, ${REST} }
  chief-declares: { ${NAME}, act: declare by chief on emergency, ${REST} }
duties:
  consult-first:
    ${NAME}
    before: execute by chief on strike
    cases:
      - { label: haste, when: { not: when time-permits }, must: always }
      - { label: general, must: consult by chief with minister on strike, within: PT6H }
    status: text
    source: { in: W }
delegations:
  aide-strikes: { ${NAME}, act: execute by chief on strike, to: aide, when: when vacant-chief, ${REST} }
successions:
  after-chief: { ${NAME}, office: chief, order: [aide, general], ${REST} }
paces:
  striking: { ${NAME}, act: execute by chief on strike, least: PT1H, likely: P1DT12H, most: P2W, assumed: true, ${REST} }
events:
  meeting: { ${NAME}, kind: meeting, from: 2011-10, who: [arden, first, forum], about: [treaty, link], ${REST} }
  signing: { ${NAME}, kind: agreement, from: 2011, after: [meeting], ${REST} }
  launch: { ${NAME}, kind: launch, from: 2012-01-02, after: [meeting], ${REST} }
facts:
  view: { ${NAME}, by: { en: An author, ko: 글쓴이, ja: 筆者 }, about: [strike], note: { en: n, ko: n, ja: n }, ${REST} }
`;

export const SAMPLE_CLAIMS = `claims:
  W1:
    kind: control
    mark: stated
    says: { en: s, ko: s, ja: s }
    source: { in: W, at: W1 }
    checks:
      - { ask: canAlone, who: arden, outcome: execute on strike, others: silent, at: 2011, expect: none }
      - { ask: canBlock, who: minister, outcome: execute by chief on strike, effect: proper, level: office, at: 2011-10, expect: some, where: { link: tight } }
      - { ask: canBypass, who: minister, by: chief, outcome: execute on strike, given: { emergency: true }, at: 2011, expect: every }
      - { ask: needs, outcome: execute on strike, level: party, at: 2011, reading: { link: loose }, expect: [arden, borea] }
      - { ask: needs, outcome: execute on strike, at: 2011, expect: [] }
      - { ask: coalitions, outcome: execute on strike, level: act, at: 2011, expect: [[execute by chief on strike]] }
      - { ask: blockers, outcome: decide on aid, at: 2011, expect: [[chief], [minister, general]] }
      - { ask: voice, who: forum, on: aid, at: 2011, expect: { kind: none, bound: least } }
      - { ask: voice, who: borea, on: strike, at: 2011, arrangement: other, expect: { kind: concur, firmness: needed, alone: false } }
      - { ask: survives, who: arden, rule: council-aids, at: 2011, expect: every }
  D-2:
    kind: fact
    mark: hedged
    says: { en: s, ko: s, ja: s }
    source: [{ in: W }]
    checks:
      - compare:
          left: { voice: borea, on: strike, at: 2011, bound: least }
          is: <
          right: { blocks: borea, kind: execute, at: 2011 }
      - compare:
          left: { voices: borea, kind: plan, at: 2011, given: { emergency: false }, reading: { link: tight } }
          is: '>='
          right: { events: any, who: arden, about: treaty, from: 2011, until: 2012 }
      - { compare: { left: { days: [meeting, launch] }, is: '=', right: 93 } }
      - trend:
          measure: { voice: borea, on: strike, at: 2011 }
          at: [2011, 2012-03]
          is: <
      - { stands: launch, status: text, kind: launch, on: 2012-01-02, who: [arden], about: [strike], after: meeting }
      - { stands: link, status: hedged, alternatives: [tight, loose], arrangement: other }
      - { absent: decide on strike, at: 2011 }
`;
