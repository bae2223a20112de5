/** Whether a command may name the items that it names: something its seat may see and, for some commands, something of its own. */
import type { Arrangement } from '../arrangement/model.ts';
import { names } from '../authority/players.ts';
import { asRequest, namesOf, type Recorded, type ReleaseRequest } from './command.ts';
import { entryFor } from './knowledge.ts';
import { sourcesOf } from './recalling.ts';
import { refuse, refuseAct, type Refusal } from './refusal.ts';
import { partiesOf } from './seating.ts';
import { broken } from './silence.ts';
import type { Consultation, Entry } from './state.ts';
import { seatViewer } from './viewer.ts';
import { mayWithdraw, restingOn } from './withdrawing.ts';

export function refuseReferences(
  arrangement: Arrangement,
  state: Consultation,
  command: Recorded,
): Refusal | undefined {
  const seen = (id: string): Entry | undefined => entryFor(arrangement, state, seatViewer(command.seat), id);
  const unknown = namesOf(command).find((id) => !seen(id));
  if (unknown !== undefined) return refuse('unknown-item', unknown);
  return (
    ('about' in command ? refuseAbout(arrangement, state, command, seen(command.about)!) : undefined) ??
    refuseCopying(arrangement, state, command)
  );
}

function refuseAbout(
  arrangement: Arrangement,
  state: Consultation,
  command: Extract<Recorded, { readonly about: string }>,
  about: Entry,
): Refusal | undefined {
  const { office } = command;
  const unless = (may: boolean, code: Refusal['code']): Refusal | undefined =>
    may ? undefined : refuse(code, command.about);
  switch (command.type) {
    case 'release':
      return (
        unless(isOriginator(arrangement, office, about), 'not-originator') ??
        unless(!state.recalled.includes(about.id), 'recalled')
      );
    case 'recall':
      return (
        unless(isOriginator(arrangement, office, about), 'not-originator') ??
        unless(!state.recalled.includes(about.id), 'recalled')
      );
    case 'request-release':
      return unless(asksOriginator(arrangement, command, about), 'originator-not-asked');
    case 'refuse-release':
      return unless(isAsked(arrangement, office, about), 'not-asked');
    case 'receipt':
      return unless(about.command.seat !== command.seat, 'own-item');
    case 'break-silence':
      return unless(broken(arrangement, state, command).length > 0, 'no-silence');
    case 'take-back':
      return unless(
        about.act?.kind === 'delegate' && about.act.by === office && !state.takenBack.includes(about.id),
        'not-delegated',
      );
    case 'withdraw': {
      if (!mayWithdraw(state, command, about)) return refuse('not-withdrawable', command.about);
      const { act, rules } = restingOn(arrangement, state, command.seat, about) ?? {};
      return act && refuseAct(arrangement, 'already-used', act, rules ?? [], []);
    }
    default:
      return undefined;
  }
}

/** An item belongs to the parties to which its author's office answers; only an office that answers to just these may share it wider. */
function isOriginator(arrangement: Arrangement, office: string, item: Entry): boolean {
  const own = partiesOf(arrangement, [office]);
  return own.length === item.originator.length && own.every((party) => item.originator.includes(party));
}

function officesOf(arrangement: Arrangement, to: string): readonly string[] {
  return [...names(arrangement, to)].filter((each) => arrangement.offices.has(each));
}

function asksOriginator(arrangement: Arrangement, { to }: ReleaseRequest, item: Entry): boolean {
  return officesOf(arrangement, to).some((office) => isOriginator(arrangement, office, item));
}

function isAsked(arrangement: Arrangement, office: string, { command }: Entry): boolean {
  const asked = asRequest(command);
  return asked !== undefined && asked.type !== 'request' && officesOf(arrangement, asked.to).includes(office);
}

/** What was recalled is copied no more; and who passes on a document says from which item he has it, so that its marking goes with it. */
function refuseCopying(
  arrangement: Arrangement,
  state: Consultation,
  command: Recorded,
): Refusal | undefined {
  const from = 'from' in command ? command.from?.of : undefined;
  if (from !== undefined && state.recalled.includes(from)) return refuse('recalled', from);
  const document = 'document' in command ? command.document : undefined;
  if (!document) return undefined;
  const viewer = seatViewer(command.seat);
  const bearers = state.entries.filter(
    (entry) =>
      'document' in entry.command &&
      entry.command.document?.hash === document.hash &&
      entryFor(arrangement, state, viewer, entry.id) !== undefined,
  );
  const sources = sourcesOf(state, from);
  const [first] = bearers;
  return first === undefined || bearers.some(({ id }) => sources.has(id))
    ? undefined
    : refuse('document-without-source', first.id);
}
