import type { PartyVoice, VoiceLevel } from '@foedus/kernel';
import { sameVoice } from '@foedus/kernel/drawing';
import type { ReactNode } from 'react';
import { useSay } from '../../text/speak.ts';
import { say } from '../words.ts';

function useVoice(): (level: VoiceLevel) => string {
  const told = useSay(say);
  return ({ kind, firmness, alone }) => {
    const voice = told(`voice-${kind}`);
    if (kind === 'none') return voice;
    if (alone) return told('voice-with', { voice, how: told('voice-alone') });
    return firmness === 'may' ? voice : told('voice-with', { voice, how: told(`firmness-${firmness}`) });
  };
}

/** A party's voice in a matter: deeper for more. `null`: the matter is not dealt with there. */
export function VoiceCell({ voice }: { readonly voice: PartyVoice | null }): ReactNode {
  const told = useSay(say);
  const inWords = useVoice();
  if (voice === null)
    return (
      <td className="voice-cell voice-absent">
        <span className="unseen">{told('not-dealt-with')}</span>
      </td>
    );
  const { most, least, rank } = voice;
  return (
    <td className={`voice-cell voice-${rank}${most.firmness === 'needed' ? ' voice-needed' : ''}`}>
      {inWords(most)}
      {!sameVoice(most, least) && <small>{told('voice-least', { voice: inWords(least) })}</small>}
    </td>
  );
}
