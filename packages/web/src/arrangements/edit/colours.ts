/** Keys and comments of YAML stand out, in the colours of the pages. */
import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView } from '@codemirror/view';

const KEY = Decoration.mark({ class: 'code-key' });
const COMMENT = Decoration.mark({ class: 'code-comment' });
const LINE = /^(?<before>\s*(?:- )?)(?:(?<comment>#.*)|(?<key>[\w-]+):(?:\s|$))/;

/** Only lines in sight are gone through: files may be long. */
function marksIn({ state, visibleRanges }: EditorView): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at);
      const { before = '', comment, key } = LINE.exec(line.text)?.groups ?? {};
      const start = line.from + before.length;
      if (comment !== undefined) marks.add(start, line.to, COMMENT);
      else if (key !== undefined) marks.add(start, start + key.length, KEY);
      at = line.to + 1;
    }
  }
  return marks.finish();
}

export const colours: Extension = ViewPlugin.define<{ marks: DecorationSet; update: Update }>(
  (view) => {
    const held = {
      marks: marksIn(view),
      update: ({ docChanged, viewportChanged, view: changed }: Parameters<Update>[0]) => {
        if (docChanged || viewportChanged) held.marks = marksIn(changed);
      },
    };
    return held;
  },
  { decorations: ({ marks }) => marks },
);

type Update = (update: {
  readonly docChanged: boolean;
  readonly viewportChanged: boolean;
  readonly view: EditorView;
}) => void;
