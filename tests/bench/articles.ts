/**
 * Articles of our own invention, for texts that look like prose: grammars of sentences, six subjects, names of nobody.
 */
import { numbers } from './generate.ts';

const words = (list: string): string[] => list.split(' ');
const phrases = (list: string): string[] => list.split('|');

const firstNames = words(
  'Aldra Benno Cilia Darrow Edda Farun Gisel Halvor Ines Joram Kirsa Lutz Mirela Nadim Oriel Petra Quill Rashel Soren Tamsin',
);
const surnames = words(
  'Abendroth Brakespear Cordwain Dallimore Estergaard Fenwright Gallowmere Hathersage Ibarrola Jessup Kestrel Lindqvist Marchbanks Nettleship Ormerod Pellworth Quarrie Rendlesham Sorrell Tregarthen Underhay Vanterpool Wexcombe Yarrow Zoltan',
);
const places = words(
  'Arkholm Bellmouth Carrowdale Dunmarsh Eastwick Farrowgate Glenmoor Harstead Inverlode Kelbrook Lowmere Marrish Northolm Orford Pendrick Ravensby Saltern Thornaby Ullesker Westerleigh',
);
const titles = words('Dr. Prof. Gov. Sen. Capt. Col. Rev.');
const months = words('January February March April May June July August September October November December');
const numerals = words('two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty');
const adjectives = words(
  'old narrow public careful distant quiet costly modest wooden early bitter regional formal sudden patient stubborn temporary faint broad hidden local annual uneven private sober ordinary remarkable useful crowded empty rough formidable delicate reluctant steady awkward ambitious cheap generous severe gradual',
);
const adverbs = words(
  'slowly openly rarely quietly plainly often seldom gladly nearly partly wholly finally suddenly carefully reluctantly',
);
const verbs = phrases(
  'repaired|inspected|described|abandoned|defended|measured|questioned|financed|postponed|recorded|restored|examined|rejected|welcomed|compared|protected|replaced|surveyed|published|neglected|opened|closed|praised|enlarged|divided|delivered|ordered|counted|followed|refused|collected|announced|discovered|remembered|forgot|supported|blamed|sold|bought|moved',
);
const openings = phrases(
  'In the end|By contrast|At the same time|For the moment|According to the minutes|To the surprise of many|After a long debate|Before the winter|On the other hand|As so often|Without much ceremony|By all accounts|In private|Years later|For want of money|Even so|As a rule|Against advice|At first|In the meantime',
);
const reasons = phrases(
  'because nobody else would|although the money was short|since the law required it|while the neighbours looked on|before the season was over|as the older residents recalled|when the first reports came in|unless a better plan was found|so that the work could go on|even though few had asked for it|which pleased neither side|where the road bends to the south|until the last of the lamps went out|as if nothing had been decided',
);

const syllables = words('ba cor den fil gra hu ker lom mi nor pel qua ris sto tur ven wex yal zin oth ash bry cam dul esk');

const subjects: readonly { readonly nouns: readonly string[]; readonly people: readonly string[] }[] = [
  {
    nouns: words(
      'harbour quay breakwater lighthouse ferry dredger cargo tide channel mooring anchor warehouse crane toll pilotage buoy shipyard net herring customs ledger gangway estuary sandbank rope',
    ),
    people: words('fishermen pilots dockers skippers merchants harbourmasters riggers customs-officers'),
  },
  {
    nouns: words(
      'orchard cider harvest hedge blossom barrel ladder frost graft nursery meadow beehive press cellar basket soil terrace drought seedling pruning cooperative market scale pulp vinegar',
    ),
    people: words('growers pickers coopers beekeepers grafters buyers agronomists labourers'),
  },
  {
    nouns: words(
      'archive manuscript catalogue binding parchment shelf index register seal letter microfilm folio charter inventory ink fragment signature copy library reading-room deposit chronicle margin donation provenance',
    ),
    people: words('archivists scholars binders librarians copyists readers curators donors'),
  },
  {
    nouns: words(
      'railway viaduct signal tunnel platform timetable carriage boiler embankment junction ticket freight sleeper gauge bridge station depot cutting whistle gradient coach turntable waiting-room strike branch-line',
    ),
    people: words('engineers drivers guards passengers navvies porters inspectors commuters'),
  },
  {
    nouns: words(
      'clinic vaccine ward fever nurse ambulance dispensary bandage diagnosis outbreak quarantine microscope prescription laboratory recovery symptom sanatorium thermometer stretcher pharmacy survey infirmary dose epidemic well',
    ),
    people: words('doctors nurses midwives patients chemists orderlies surgeons volunteers'),
  },
  {
    nouns: words(
      'election ballot council motion budget petition constituency debate committee coalition mandate referendum speech amendment quorum chamber clerk treaty ministry manifesto vote tribunal decree census speaker',
    ),
    people: words('councillors voters delegates ministers clerks campaigners judges reporters'),
  },
];

/** An article of about so many characters, in paragraphs; the number decides its subject and words. Same number, same words. */
export function article(number: number, length: number): string[] {
  const random = numbers(7919 * (number + 1));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const chance = (share: number): boolean => random() < share;
  const subject = subjects[number % subjects.length]!;
  const made = (): string => {
    const name = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(syllables)).join('');
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  const cast = Array.from({ length: 5 }, () => ({
    title: pick(titles),
    first: pick(firstNames),
    last: chance(0.5) ? pick(surnames) : made(),
  }));
  const scene = Array.from({ length: 5 }, () => (chance(0.5) ? pick(places) : made()));
  const noun = (): string => (chance(0.85) ? pick(subject.nouns) : pick(pick(subjects).nouns));
  const thing = (): string => (chance(0.55) ? `the ${pick(adjectives)} ${noun()}` : `the ${noun()}`);
  const place = (): string => (chance(0.8) ? pick(scene) : pick(places));
  const who = (): string => {
    const { title, first, last } = pick(cast);
    return pick([
      () => `${title} ${last}`,
      () => `${first} ${last}`,
      () => last,
      () => `the ${pick(subject.people)} of ${place()}`,
      () => `the ${pick(subject.people)}`,
    ])();
  };
  const when = (): string =>
    pick([
      () => `in ${pick(months)}`,
      () => `in ${1890 + Math.floor(random() * 130)}`,
      () => `on ${1 + Math.floor(random() * 28)} ${pick(months)}`,
      () => `for ${pick(numerals)} years`,
    ])();
  const amount = (): string =>
    pick([
      () => `${pick(numerals)} per cent of ${thing()}`,
      () => `${1 + Math.floor(random() * 90)} km of ${noun()}`,
      () => `${pick(numerals)} ${pick(subject.people)}`,
      () => `about ${100 * (1 + Math.floor(random() * 80))} kg of ${noun()}`,
    ])();
  const forms: readonly (() => string)[] = [
    () => `${who()} ${pick(verbs)} ${thing()} ${when()}, ${pick(reasons)}.`,
    () => `${pick(openings)}, ${who()} ${pick(verbs)} ${thing()} and ${pick(verbs)} ${thing()}.`,
    () => `“We ${pick(verbs)} ${thing()} and it wasn’t ${pick(adjectives)},” said ${who()}, “but ${thing()} is another matter.”`,
    () =>
      `${thing()} near ${place()} — ${pick(adjectives)}, ${pick(adjectives)} and ${pick(adverbs)} ${pick(verbs)} — belonged to ${who()} ${when()}.`,
    () => `Of ${amount()}, ${who()} ${pick(adverbs)} ${pick(verbs)} no more than ${pick(numerals)}, e.g. ${thing()} at ${place()}.`,
    () => `Did ${who()} know that ${thing()} had been ${pick(verbs)} ${when()}?`,
    () => `It’s said in ${place()} that ${thing()} and ${thing()} were ${pick(verbs)} by ${who()}, ${pick(reasons)}.`,
    () => `${pick(openings)}, ${amount()} came from ${place()}, and ${who()} ${pick(verbs)} it ${pick(adverbs)}.`,
    () =>
      `The ${noun()} committee (${pick(numerals)} ${pick(subject.people)}, ${place()} and ${place()}) ${pick(verbs)} ${thing()}; ${who()} didn’t.`,
    () => `Whoever ${pick(verbs)} ${thing()} had to answer to ${who()}, ${pick(reasons)}.`,
    () =>
      `${who()} called ${thing()} “a ${pick(adjectives)} ${noun()} for ${pick(adjectives)} people”, which ${who()} ${pick(adverbs)} ${pick(verbs)}.`,
    () => `Nothing ${pick(verbs)} ${when()} cost as much as ${thing()}.`,
    () =>
      `Between ${place()} and ${place()} stood ${thing()}, ${pick(adverbs)} ${pick(verbs)}, and beyond it ${thing()} that ${who()} ${pick(verbs)} ${when()}.`,
  ];
  const sentence = (): string => {
    const made = pick(forms)();
    return made.charAt(0).toUpperCase() + made.slice(1);
  };
  const paragraphs: string[] = [];
  for (let size = 0; size < length;) {
    const paragraph = Array.from({ length: 3 + Math.floor(random() * 5) }, sentence).join(' ');
    paragraphs.push(paragraph);
    size += paragraph.length + 1;
  }
  return paragraphs;
}
