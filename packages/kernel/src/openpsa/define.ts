/** Reads one definition: a gate with its formula, a basic event with its probability, a house event with its state. */
import type { MefFault, MefFaultCode } from './fault.ts';
import type { MefEvent, MefFormula } from './model.ts';
import { eventsIn } from './model.ts';
import type { Kind, Scopes } from './scope.ts';
import type { Element } from './xml.ts';

/** A definition and the path of the fault tree and components that it stands in. */
export interface Defined {
  readonly element: Element;
  readonly path: readonly string[];
  readonly isPrivate: boolean;
}

type Report = (fault: MefFault) => void;

/** Whether an element defines an event. */
export function isEvents(element: string): boolean {
  return element === 'define-gate' || element === 'define-basic-event' || element === 'define-house-event';
}

/** What is defined; `undefined` where something is wrong with it, which has then been reported. */
export function readEvent(defined: Defined, scopes: Scopes, report: Report): MefEvent | undefined {
  const { element, path } = defined;
  const name = scopes.nameOf(defined);
  if (name === undefined) return undefined;
  const { place } = element;
  const parts = argumentsOf(element);
  const reader = new Reader(path, scopes, report);
  if (element.name === 'define-gate') {
    if (parts.length !== 1) return reader.wrongCount(element, '1', parts.length);
    const formula = reader.formula(parts[0]!);
    return formula && { type: 'gate', name, place, formula };
  }
  if (parts.length > 1) return reader.wrongCount(element, '1', parts.length);
  const [value] = parts;
  if (element.name === 'define-house-event') {
    const state = value ? reader.truth(value, element) : false;
    return state === undefined ? undefined : { type: 'house-event', name, place, value: state };
  }
  if (!value) return { type: 'basic-event', name, place };
  const probability = reader.probability(value, element);
  return probability === undefined ? undefined : { type: 'basic-event', name, place, probability };
}

/** The children that mean something. */
function argumentsOf(element: Element): readonly Element[] {
  return element.children.filter(({ name }) => name !== 'label' && name !== 'attributes');
}

const REFERENCES: readonly string[] = ['gate', 'basic-event', 'house-event', 'event'];

/** How many arguments each connective has: exactly so many, or one and more. */
const ARITY = {
  and: undefined,
  or: undefined,
  nand: undefined,
  nor: undefined,
  atleast: undefined,
  cardinality: undefined,
  not: 1,
  xor: 2,
  iff: 2,
  imply: 2,
} as const;

function isConnective(name: string): name is keyof typeof ARITY {
  return Object.hasOwn(ARITY, name);
}

class Reader {
  readonly #path: readonly string[];
  readonly #scopes: Scopes;
  readonly #report: Report;

  constructor(path: readonly string[], scopes: Scopes, report: Report) {
    this.#path = path;
    this.#scopes = scopes;
    this.#report = report;
  }

  #fail(code: MefFaultCode, element: Element, params: MefFault['params'] = {}): undefined {
    this.#report({ code, place: element.place, params: { element: element.name, ...params } });
  }

  wrongCount(element: Element, expected: string, found: number): undefined {
    return this.#fail('wrong-count', element, { expected, found });
  }

  /** A formula; nesting is bounded by the parser of XML. */
  formula(element: Element): MefFormula | undefined {
    const { name } = element;
    if (name === 'constant') {
      const value = this.truth(element, element);
      return value === undefined ? undefined : { type: 'constant', value };
    }
    if (REFERENCES.includes(name)) return this.#reference(element);
    if (!isConnective(name)) return this.#fail('unsupported-element', element, { within: 'define-gate' });
    const parts = argumentsOf(element);
    const arity = ARITY[name];
    if (arity === undefined ? parts.length === 0 : parts.length !== arity) {
      return this.wrongCount(element, arity === undefined ? '1+' : String(arity), parts.length);
    }
    const read = parts.map((part) => this.formula(part));
    const of = read.filter((part) => part !== undefined);
    if (of.length < read.length) return undefined;
    if (name === 'atleast' || name === 'cardinality') return this.#counting(element, name, of);
    return { type: name, of };
  }

  #reference(element: Element): MefFormula | undefined {
    const { name, type } = element.attributes;
    if (!name) return this.#fail('missing-attribute', element, { attribute: 'name' });
    const wanted = (element.name === 'event' ? (type ?? 'event') : element.name) as Kind | 'event';
    const event = this.#scopes.resolve(name, wanted, this.#path, element.place);
    return event === undefined ? undefined : { type: 'event', name: event };
  }

  #counting(
    element: Element,
    type: 'atleast' | 'cardinality',
    of: readonly MefFormula[],
  ): MefFormula | undefined {
    const direct = of.flatMap((each) => (each.type === 'event' ? eventsIn(each) : []));
    const twice = direct.find((name, index) => direct.indexOf(name) !== index);
    if (twice !== undefined) return this.#fail('repeated-argument', element, { name: twice });
    const min = this.#whole(element, 'min');
    const max = type === 'cardinality' ? this.#whole(element, 'max') : of.length;
    if (min === undefined || max === undefined) return undefined;
    if (min > max || max > of.length) {
      return this.#fail('bad-threshold', element, { wanted: min > max ? min : max, count: of.length });
    }
    return type === 'atleast' ? { type, min, of } : { type, min, max, of };
  }

  #whole(element: Element, attribute: string): number | undefined {
    const value = element.attributes[attribute];
    if (value === undefined) return this.#fail('missing-attribute', element, { attribute });
    if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value);
    return this.#fail('bad-number', element, { attribute, value });
  }

  /** `<constant value="true"/>`. */
  truth(element: Element, within: Element): boolean | undefined {
    if (element.name !== 'constant')
      return this.#fail('unsupported-element', element, { within: within.name });
    const { value } = element.attributes;
    if (value === undefined) return this.#fail('missing-attribute', element, { attribute: 'value' });
    if (value === 'true' || value === 'false') return value === 'true';
    return this.#fail('bad-truth', element, { value });
  }

  /** `<float value="0.01"/>` or `<int value="1"/>`. */
  probability(element: Element, within: Element): number | undefined {
    if (element.name !== 'float' && element.name !== 'int')
      return this.#fail('unsupported-element', element, { within: within.name });
    const { value } = element.attributes;
    if (value === undefined) return this.#fail('missing-attribute', element, { attribute: 'value' });
    const probability = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(value) ? Number(value) : NaN;
    if (probability >= 0 && probability <= 1) return probability;
    return this.#fail('bad-probability', element, { value });
  }
}
