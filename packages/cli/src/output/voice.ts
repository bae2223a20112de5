/** Voices in words: what a party may do on a matter, or is owed. */
import { list, nameOf, type Arrangement, type PartyVoice, type Text, type VoiceLevel } from '@foedus/kernel';
import { say } from '../messages.ts';

/** `decides (alone)`, `consulted (owed)`, `plans`; a dash for no voice. */
export function voiceInWords(level: VoiceLevel): Text {
  const kind = say(`voice-${level.kind}`);
  if (level.kind === 'none') return kind;
  if (level.alone) return say('voice-with', { kind, firmness: say('alone') });
  return level.firmness === 'may'
    ? kind
    : say('voice-with', { kind, firmness: say(`firmness-${level.firmness}`) });
}

/** Parties with the same voice together, the most voice first: `US: decides (alone)`, `BE, DE and NL: consulted (owed)`. */
export function voicesInWords(
  arrangement: Arrangement,
  voices: readonly PartyVoice[],
): readonly { readonly who: Text; readonly voice: Text }[] {
  const groups = new Map<string, PartyVoice[]>();
  for (const each of voices.toSorted((a, b) => b.rank - a.rank)) {
    const key = voiceInWords(each.most).en;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group) => ({
    who: list(group.map((each) => nameOf(arrangement, each.party))),
    voice: voiceInWords(group[0]!.most),
  }));
}
