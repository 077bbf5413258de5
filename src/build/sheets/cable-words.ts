import type { CableLabel } from '../../encode/regions/second/labels.js';
import { type Chance, listed } from './chance.js';
import { symbol } from './head.js';
import type { Ways } from './phrases.js';
import type { Sheet } from './sheet.js';

const POSTS = listed(
  'AMEMBASSY|AMEMBASSY|AMEMBASSY|AMCONSUL|USMISSION|USDEL|AMCONGEN|USINT|USLO|AMLEGATION|USUN|USEUN',
);
const UNITS = listed(`
SECSTATE WASHDC|CINCPAC|CINCEUR|JCS|SECDEF WASHDC|WHITE HOUSE|CIA WASHDC|USMISSION NATO|USUN NEW YORK|CNO|
COMUSMACV|DIA WASHDC|CINCPAC HONOLULU HI|TREASURY DEPT WASHDC|NSC WASHDC|USCINCEUR VAIHINGEN GE|
JOINT STAFF WASHDC|ALL DIPLOMATIC AND CONSULAR POSTS|NATO COLLECTIVE|DEPT OF COMMERCE WASHDC|DIRNSA|CSAF|
DA WASHDC|COMSIXTHFLT|AIG 5110|MOSCOW POLITICAL COLLECTIVE|CTF 77|USAID|XMT AMEMBASSY KABUL`);
const MONTHS = listed('JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC');
export const CAPTIONS = listed(`
EXDIS|NODIS|LIMDIS|STADIS|NOFORN|SIPDIS|SENSITIVE|EYES ONLY FOR AMBASSADOR|
FOR THE AMBASSADOR FROM THE SECRETARY|CHEROKEE|NOFORN/NOCONTRACT|ROGER CHANNEL|DEPT PASS TREASURY|
PASS TO NSC|DEPT FOR EUR AND PM|CINCPAC FOR POLAD|STATE FOR NEA/ARN|INFORM CONSULS|TOSEC 110|SECTO 44|CODEL|
FODAG|MILITARY ADDEES TREAT AS SPECAT EXCLUSIVE|JOINT STATE-DEFENSE MESSAGE|JOINT EMBASSY/USAID MESSAGE|
PARIS ALSO FOR OECD|NOT FOR FURTHER DISTRIBUTION|PERSONAL FOR HARRIMAN|LITERALLY EYES ONLY|
VIENNA FOR USDEL MBFR|FROM EAGLEBURGER|NO DISTRIBUTION OUTSIDE DEPARTMENT`);

export type CableSheet = Sheet<CableLabel>;

/** The words of one telegram, the same wherever they stand. */
export class CableWords {
  readonly post: string;
  readonly number: string;
  readonly level: string;
  readonly group: string;
  readonly day: string;
  readonly precedence: string;
  readonly sections: number;
  readonly chance: Chance;
  readonly ways: Ways;

  constructor(chance: Chance, ways: Ways) {
    this.chance = chance;
    this.ways = ways;
    this.post = chance.is(0.25) ? 'STATE' : ways.town(chance).replace(/,.*/, '').toUpperCase();
    this.number = `${chance.between(1, 99999)}`.padStart(chance.of([4, 5, 6]), '0');
    this.level = chance.of(
      listed('CONFIDENTIAL|SECRET|UNCLAS|UNCLASSIFIED|LIMITED OFFICIAL USE|TOP SECRET|CONFIDENTIAL|SECRET'),
    );
    this.precedence = chance.of(listed('R|P|O|Z|O R|P R|O P|ZZ'));
    this.day = `${`${chance.between(1, 28)}`.padStart(2, '0')}${`${chance.between(0, 23)}`.padStart(2, '0')}${chance.of(['00', '15', '32', '45'])}Z`;
    this.group = `${this.precedence} ${this.day} ${chance.of(MONTHS)} ${chance.between(61, 99)}`;
    this.sections = chance.of([1, 1, 1, 2]);
  }

  address(): string {
    const { chance } = this;
    const name = chance.is(0.35)
      ? chance.of(UNITS)
      : `${chance.of(POSTS)} ${this.ways.town(chance).replace(/,.*/, '').toUpperCase()}`;
    return chance.is(0.3)
      ? `${name} ${chance.of(['PRIORITY', 'IMMEDIATE', 'ROUTINE', 'FLASH', 'NIACT IMMEDIATE'])}${chance.is(0.5) ? ` ${chance.between(10, 9999)}` : ''}`
      : chance.is(0.3)
        ? `${name} ${chance.between(10, 9999)}`
        : name;
  }

  names(): string {
    const { chance } = this;
    const person = this.ways.person(chance);
    return `${symbol(chance)}${chance.is(0.4) ? `/${symbol(chance)}` : ''}${chance.of([':', ': ', ' - ', ':'])}${person.first[0]}${person.last.toUpperCase()}${chance.of(['', ` (${chance.of(['SUBS', 'DRAFT', 'PHONE', 'INFO'])})`, ':MCT', ''])}`;
  }

  paragraph(): string {
    const text = this.ways.paragraph(this.chance);
    return text.length > 900 ? text.slice(0, 600).replace(/\s\S*$/, '.') : text;
  }

  spaced(): string {
    return [...this.level].join(' ').replace(/ {3}/g, '  ');
  }
}
