import { nameOf, type Arrangement, type Extent } from '@foedus/kernel';
import { colourOfActor } from '@foedus/kernel/drawing';
import { memo, type CSSProperties, type ReactNode } from 'react';
import { rankOf } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { say as words } from '../../text/words.ts';
import { say } from '../words.ts';
import type { ActorNode, MapNode, OutcomeNode } from './graph.ts';

export interface NodeState {
  readonly dissents: boolean;
  readonly chosen: boolean;
  /** It has nothing to do with what is chosen. */
  readonly aside: boolean;
  /** In how many readings it can come about, before any dissent and now. */
  readonly before?: Extent | undefined;
  readonly now?: Extent | undefined;
}

interface Props<N extends MapNode> extends NodeState {
  readonly arrangement: Arrangement;
  readonly node: N;
  readonly onPress: (node: MapNode) => void;
  /** Where it stands, in pixels; where nothing is given it only is measured. */
  readonly left?: number;
  readonly top?: number;
  readonly height?: number;
}

function placeOf({ left, top, height }: Props<MapNode>): CSSProperties {
  return left === undefined ? {} : { left, top, height };
}

function Actor(props: Props<ActorNode>): ReactNode {
  const { arrangement, node, dissents, aside, onPress } = props;
  const told = useSay(say);
  const text = useText();
  const isBody = arrangement.bodies.has(node.id);
  const colour = colourOfActor(arrangement, node.id) ?? 'joint';
  return (
    <button
      type="button"
      data-node={node.id}
      className={`node actor party-${colour}${isBody ? ' body-node' : ''}${aside ? ' aside' : ''}`}
      aria-pressed={dissents}
      style={placeOf(props)}
      onClick={() => onPress(node)}
    >
      <span className="node-name">{text(nameOf(arrangement, node.id))}</span>
      <span className="node-note">{dissents ? told('dissents') : isBody ? told('body') : ''}</span>
    </button>
  );
}

function OutcomeBox(props: Props<OutcomeNode>): ReactNode {
  const { arrangement, node, chosen, aside, before, now, onPress } = props;
  const told = useSay(say);
  const word = useSay(words);
  const text = useText();
  const { kind, on } = node.outcome;
  const hit = before !== now;
  return (
    <button
      type="button"
      data-node={node.id}
      className={`node outcome${chosen ? ' chosen' : ''}${aside ? ' aside' : ''}${hit ? ` hit-${now}` : now === 'none' ? ' cannot' : ''}`}
      aria-pressed={chosen}
      style={placeOf(props)}
      onClick={() => onPress(node)}
    >
      <span className={`node-kind voice-${rankOf(kind)}`}>{word(`kind-${kind}`)}</span>
      <span className="node-name">{text(nameOf(arrangement, on))}</span>
      {now && (hit || now !== 'every') && (
        <span className="node-fate">{told(hit ? `falls-${now}` : `is-${now}`)}</span>
      )}
    </button>
  );
}

/** Drawn anew only when something about it changes: a dissent touches few of many. */
export const Node = memo(function Node({ node, ...rest }: Props<MapNode>): ReactNode {
  return node.type === 'actor' ? <Actor node={node} {...rest} /> : <OutcomeBox node={node} {...rest} />;
});
