/** An item of a consultation in words. */
import { actInWords, consultation, list, nameOf, plain, type Arrangement, type Text } from '@foedus/kernel';
import { sayConsult } from './words.ts';

/** What was done and by whom: `the decision on border exercises by the President of Arden`. */
export function itemInWords(
  arrangement: Arrangement,
  { command }: Pick<consultation.SeenItem, 'command'>,
): Text {
  const name = (id: string): Text => nameOf(arrangement, id);
  const by = name(command.office);
  switch (command.type) {
    case 'open':
      return sayConsult('item-open', { by, matters: list(command.matters.map(name)) });
    case 'declare':
      return sayConsult(command.holds ? 'item-declare-holds' : 'item-declare-ends', {
        by,
        on: name(command.on),
      });
    case 'request':
      return sayConsult('item-request', { by, to: name(command.to), on: name(command.on) });
    case 'request-release':
      return sayConsult('item-request-release', { by, to: name(command.to), about: command.about });
    case 'request-document':
      return sayConsult('item-request-document', { by, to: name(command.to), title: command.title });
    case 'refuse-release':
      return sayConsult('item-refuse-release', { by, about: command.about, reason: command.reason });
    case 'succeed':
      return sayConsult(command.acting ? 'item-succeed-acting' : 'item-succeed', {
        by: name(command.of ?? command.office),
        holder: command.holder,
      });
    case 'suspend':
    case 'restore':
      return sayConsult(`item-${command.type}`, { by, rule: name(command.rule) });
    case 'absent':
    case 'present':
      return sayConsult(`item-${command.type}`, { by, of: name(command.of) });
    case 'link-down':
    case 'link-up': {
      const ends = [command.of, ...(command.with === undefined ? [] : [command.with])];
      return sayConsult(`item-${command.type}`, { by, of: list(ends.map(name)) });
    }
    case 'adjourn':
    case 'resume':
    case 'close':
      return sayConsult(`item-${command.type}`, { by });
    case 'answer':
    case 'object':
    case 'reserve':
    case 'dissent':
    case 'position':
    case 'receipt':
    case 'release':
    case 'break-silence':
    case 'take-back':
    case 'withdraw':
    case 'recall':
      return sayConsult(`item-${command.type}`, { by, about: command.about });
    case 'inform':
    case 'consult':
    case 'advise':
    case 'plan':
    case 'concur':
    case 'decide':
    case 'execute':
    case 'review':
    case 'revoke':
    case 'delegate':
      return actInWords(arrangement, consultation.actOf(command));
  }
}

/** What is to be known of it besides: marking, departure, what became of it. */
export function notesOn(arrangement: Arrangement, item: consultation.SeenItem): readonly Text[] {
  const { command, markings, passedOver, recalled, silences, standing, takenBack } = item;
  const name = (id: string): Text => nameOf(arrangement, id);
  const departure = 'departure' in command ? command.departure : undefined;
  return [
    sayConsult('note-marked', {
      id: item.id,
      to: list(markings.map((each) => consultation.markingInWords(arrangement, each))),
    }),
    ...(standing === 'departure' && departure !== undefined
      ? [sayConsult('note-departure', { reason: departure })]
      : []),
    ...(passedOver && passedOver.length > 0
      ? [sayConsult('note-passed-over', { seats: list(passedOver.map(name)) })]
      : []),
    ...(silences ?? []).map(({ act, state }) =>
      sayConsult(`note-silence-${state}`, { act: actInWords(arrangement, act) }),
    ),
    ...(takenBack ? [sayConsult('note-taken-back')] : []),
    ...(recalled ? [sayConsult('note-recalled')] : []),
    ...('text' in command && command.text !== undefined ? [plain(`“${command.text}”`)] : []),
  ];
}
