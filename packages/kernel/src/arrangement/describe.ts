/** Faults in words: what is wrong, what was expected, what to do. */
import { catalogue, eachLang, type Filling } from '../text/catalogue.ts';
import type { Text } from '../text/lang.ts';
import type { Fault } from './fault.ts';
import en from './faults.en.json' with { type: 'json' };
import ja from './faults.ja.json' with { type: 'json' };
import ko from './faults.ko.json' with { type: 'json' };

type Key = keyof typeof en;
const say = catalogue<Key>({ en, ko, ja });

/** Params whose value is a word that has a text of its own, under `<param>.<value>`. */
const WORDED = ['expected', 'found', 'feature', 'problem'];

function isKey(key: string): key is Key {
  return Object.hasOwn(en, key);
}

function filling(param: string, value: string | number): Filling {
  if (typeof value === 'number' || !WORDED.includes(param)) return value;
  const key = `${param}.${value}`;
  if (isKey(key)) return say(key);
  return param === 'problem' ? say('problem.other') : value;
}

/** The message of a fault, with the nearest known name where there is one. */
export function describeFault(fault: Fault): Text {
  const { code, params, nearest } = fault;
  const fillings = Object.entries(params).map(([param, value]) => [param, filling(param, value)]);
  const sentences = [say(code, Object.fromEntries(fillings))];
  const { section, name } = params;
  if (section !== undefined && name !== undefined) sentences.push(say('hint.elsewhere', { name, section }));
  if (nearest !== undefined) sentences.push(say('hint.nearest', { nearest }));
  return eachLang((lang) => sentences.map((sentence) => sentence[lang]).join(' '));
}
