/**
 * Reads the fault trees of an Open-PSA model. Labels and attributes are left aside; what would change the meaning and is not understood
 * (event trees, parameters, common causes) is a fault.
 */
import { isEvents, readEvent } from './define.ts';
import type { MefFault, MefResult } from './fault.ts';
import type { Defined } from './define.ts';
import type { FaultTree, MefEvent } from './model.ts';
import { Scopes } from './scope.ts';
import { parseXml, type Element } from './xml.ts';

/** Reads a model from any bytes; never throws. `name` is the file's, for places. */
export function readOpenPsa(name: string, content: Uint8Array | string): MefResult<FaultTree> {
  const parsed = parseXml(name, content);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  const faults: MefFault[] = [];
  if (root.name !== 'opsa-mef') {
    return {
      ok: false,
      faults: [{ code: 'wrong-root', place: root.place, params: { found: root.name } }],
    };
  }
  const report = (fault: MefFault): void => void faults.push(fault);
  const defined = collect(root, report);
  const scopes = new Scopes(defined, report);
  const events = new Map<string, MefEvent>();
  for (const each of defined) {
    const event = readEvent(each, scopes, report);
    if (event) events.set(event.name, event);
  }
  for (const event of scopes.undeclared()) events.set(event.name, event);
  if (faults.length > 0) return { ok: false, faults };
  const tree = root.children.find((each) => each.name === 'define-fault-tree') ?? root;
  return { ok: true, value: { name: tree.attributes['name'] ?? name, place: tree.place, events } };
}

/** Every definition with the path of the fault tree and components that it stands in. */
function collect(root: Element, report: (fault: MefFault) => void): Defined[] {
  const defined: Defined[] = [];
  const visit = (container: Element, path: readonly string[], isPrivate: boolean): void => {
    for (const element of container.children) {
      const role = element.attributes['role'];
      const hidden = role === undefined ? isPrivate : role === 'private';
      if (isEvents(element.name)) {
        defined.push({ element, path, isPrivate: hidden });
      } else if (holds(container.name, element.name)) {
        const { name } = element.attributes;
        visit(element, name === undefined ? path : [...path, name], hidden);
      } else if (element.name !== 'label' && element.name !== 'attributes') {
        report({
          code: 'unsupported-element',
          place: element.place,
          params: { element: element.name, within: container.name },
        });
      }
    }
  };
  visit(root, [], false);
  return defined;
}

/** Which containers stand in which. */
function holds(container: string, element: string): boolean {
  return container === 'opsa-mef'
    ? element === 'define-fault-tree' || element === 'model-data'
    : container !== 'model-data' && element === 'define-component';
}
