import { ACT_KINDS, type ActKind } from '@foedus/kernel';

/** Whether a type of command is a kind of act of the arrangement's language. */
export function isKind(type: string): type is ActKind {
  return ACT_KINDS.some((kind) => kind === type);
}
