import type { Chance } from './chance.js';
import { listed } from './chance.js';
import type { Person, Stock } from './stock.js';

/** What sheets are filled with, one by one. */
export interface Ways {
  person(chance: Chance): Person;
  town(chance: Chance): string;
  subject(chance: Chance): string;
  paragraph(chance: Chance): string;
}

const FIRSTS = listed(`
Aldo|Bertram|Carla|Dieter|Edmund|Fergus|Graham|Hollis|Ines|Jorgen|Kenji|Lucien|Miriam|Nadia|Orville|Pascal|
Quentin|Rashid|Stella|Tomas|Umberto|Viktor|Wendell|Yusuf|Zoltan|J. Harmon|W. Averell|C. Burke|R. T.|Howard|
Walter|Arthur|Anwar|Ki-hong`);
const LASTS = listed(`
Abbot|Barrow|Calloway|Dunmore|Eskildsen|Farquhar|Gorham|Hathaway|Ingersoll|Jarecki|Kessel|Lindqvist|
Marchetti|Norbury|O'Halloran|Pettigrew|Quiroga|Rutledge|Sandoval|Thornbury|Ulbrecht|Vantongeren|Whitcomb|
Yamaguchi|Zielinski|Al-Rashid|de Villiers|van der Merwe|Park|Nguyen|MacTavish|Fitzgerald|Le Brun|Petrov|
Tanaka`);
const MORE_TOWNS = listed(`
Washington|Washington, D.C.|London|Paris|Bonn|Moscow|Tokyo|Cairo|Rome|Saigon|New York|Geneva|Brussels|Ankara|
Tehran|New Delhi|Lagos|Santiago|Rio de Janeiro|Djakarta|The Hague|Addis Ababa|Kuala Lumpur|Vienna|Belgrade|
Mexico City|Port-au-Prince|Beirut|Damascus|Tel Aviv|Seoul|Taipei|Ottawa|Canberra|Lima|Quito|Nairobi|
Leopoldville|Warsaw|Prague|San Clemente|Key West, Florida`);
const TOPICS = listed(`
Wheat|Fisheries|Air Rights|Base Negotiations|Tin|Coffee Agreement|Offset|Civil Aviation|Nuclear Cooperation|
Debt Rescheduling|Refugees|Boundary Dispute|Port Facilities|Military Assistance|Elections|Sugar Quota|
Oil Pipeline|Arms Limitation|Textiles|Recognition of the New Government|Law of the Sea|
Visit of the Foreign Minister|Monetary Reform|Troop Reductions`);
const LANDS = listed(`
Brazil|Iceland|Kenya|Turkey|Burma|Norway|the Congo|Peru|Greece|Iran|Korea|Ceylon|Poland|Portugal|Tunisia|
the Sudan|Spain|Austria|Laos|Libya|Malaya|Bolivia|Cyprus|Zambia`);

/** What a stock of real words, mixed with invented ones, gives. */
export function waysOf(stock: Stock): Ways {
  return {
    person: (c) => {
      const real = c.of(stock.persons);
      if (c.is(0.4)) return real;
      return {
        first: c.is(0.3) ? `${c.of(FIRSTS)} ${c.of([...'ABCDEFGHJKLMPRSTW'])}.` : c.of(FIRSTS),
        last: c.is(0.5) ? c.of(LASTS) : c.of(stock.persons).last,
        office: c.is(0.5) ? real.office : office(c),
      };
    },
    town: (c) => (c.is(0.3) ? c.of(stock.towns) : c.of(MORE_TOWNS)),
    subject: (c) => {
      if (c.is(0.3) && stock.subjects.length > 0) return c.of(stock.subjects);
      const topic = c.of(TOPICS);
      return c.of([
        `${topic} in ${c.of(LANDS)}`,
        `${topic}`,
        `US-${c.of(LANDS)} Relations; ${topic}`,
        `Your Meeting with the Ambassador of ${c.of(LANDS)}`,
        `Proposed ${topic} with ${c.of(LANDS)} and ${c.of(LANDS)}`,
        `Call by the ${c.of(LANDS)} Ambassador on ${topic}`,
        `${topic}: Next Steps`,
        `${c.of(LANDS)} - ${topic}`,
        `Talks on ${topic}, ${c.of(LANDS)} and ${c.of(TOPICS)}`,
      ]);
    },
    paragraph: (c) => c.of(stock.paragraphs),
  };
}

const OFFICES = listed(`
Secretary of State|Under Secretary for Political Affairs|Foreign Minister|Ambassador|Deputy Chief of Mission|
Minister of Defense|Director, Office of Western European Affairs|Counselor of Embassy|First Secretary|
Prime Minister|Permanent Under Secretary|Assistant Secretary of State|Country Director|Desk Officer|
Special Assistant|Executive Secretary|Director of Central Intelligence|Chairman, Joint Chiefs of Staff|
NSC Staff|Notetaker|Interpreter|Legal Adviser|Military Attache|Treasury Department|Charge d’Affaires|
Economic Officer|Minister of Foreign Affairs|Chef de Cabinet|Secretary-General|Consul General|
Acting Director|Political Counselor|The Secretary|The Under Secretary|The President|
Department of Agriculture|Executive Secretariat|Policy Planning Staff|Bureau of Intelligence and Research|
Deputy Assistant Secretary of Defense (ISA)|Commander in Chief, Pacific|Third Secretary|
Chief, Far East Division`);

export function office(chance: Chance): string {
  return chance.of(OFFICES);
}

/** A name with or without what stands before it. */
export function namedFully(chance: Chance, { first, last }: Person): string {
  return chance.of([
    `${first} ${last}`,
    `${first} ${last}`,
    `Mr. ${first} ${last}`,
    `Mr. ${last}`,
    `Ambassador ${last}`,
    `${first} ${last}`,
    `Gen. ${first} ${last}`,
    `Secretary ${last}`,
    `${first} ${last.toUpperCase()}`,
    `Dr. ${last}`,
    `Minister ${last}`,
    `H.E. ${first} ${last}`,
    `${first[0]}. ${last}`,
    `Sir ${first} ${last}`,
    `Assistant Secretary ${last}`,
    `${last}`,
  ]);
}

/** A name with its office on one line. */
export function personLine(chance: Chance, person: Person): string {
  const name = namedFully(chance, person);
  const { office: own } = person;
  return chance.of([
    `${name}, ${own}`,
    `${name}, ${own}`,
    `${name}, ${own}`,
    `${name} - ${own}`,
    `${name} (${own})`,
    `${name} -- ${own}`,
    `${own} ${person.last}`,
    name,
    `${name}; ${own}`,
    `${name}, ${own}, ${chance.of(['NEA', 'EUR', 'FE', 'American Embassy', 'INR', 'Foreign Ministry'])}`,
    `${own}, ${name}`,
  ]);
}

const MONTHS = listed('January|February|March|April|May|June|July|August|September|October|November|December');
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A day in one of its forms. */
export function dayIn(chance: Chance): string {
  const [month, day, year] = [chance.of(MONTHS), chance.between(1, 28), chance.between(1912, 1989)];
  const number = MONTHS.indexOf(month) + 1;
  const day1 = chance.of([
    `${month} ${day}, ${year}`,
    `${month} ${day}, ${year}`,
    `${month} ${day}, ${year}`,
    `${day} ${month} ${year}`,
    `${chance.of(DAYS)}, ${month} ${day}, ${year}`,
    `${month} ${day} ${year}`,
    `${day}${ordinal(day)} ${month}, ${year}`,
    `${month.slice(0, 3)}. ${day}, ${year}`,
    `${number}/${day}/${year % 100}`,
    `${day}.${number}.${year}`,
    `${chance.of(DAYS)} ${day} ${month} ${year}`,
    `${day} ${month.slice(0, 3)} ${year % 100}`,
    `the ${day}${ordinal(day)} of ${month}, ${year}`,
    `${chance.of(DAYS)}, ${day} ${month} ${year}`,
    `${month} ${day}${ordinal(day)}, ${year}`,
    `${year}-${number}-${day}`,
    `${month} ${year}`,
  ]);
  return chance.is(0.15) ? day1.toUpperCase() : day1;
}

function ordinal(day: number): string {
  if (day % 10 === 1 && day !== 11) return 'st';
  if (day % 10 === 2 && day !== 12) return 'nd';
  return day % 10 === 3 && day !== 13 ? 'rd' : 'th';
}
