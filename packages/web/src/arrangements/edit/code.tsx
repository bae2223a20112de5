/** The text of a file, in CodeMirror. */
import { autocompletion, completionKeymap, type CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState, type Text } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef, type ReactNode } from 'react';
import { colours } from './colours.ts';
import type { Suggestions } from './complete.ts';

const NONCE = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.content ?? '';

export interface Mark {
  /** From 1 on. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

interface Props {
  readonly label: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly suggest: (before: string) => Suggestions;
  readonly onChange: (text: string) => void;
}

function diagnosticOf(doc: Text, { line, column, message }: Mark): Diagnostic {
  const at = doc.line(Math.min(line, doc.lines));
  const from = Math.min(at.to, at.from + column - 1);
  const word = /^[^\s:,\]}]+/.exec(doc.sliceString(from, at.to))?.[0].length ?? 0;
  return { from, to: Math.min(at.to, from + Math.max(1, word)), severity: 'error', message };
}

export function Code({ label, text, marks, suggest, onChange }: Props): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  // The editor is made once and asks for what is current when it needs it.
  const current = useRef({ suggest, onChange });
  current.current = { suggest, onChange };

  useEffect(() => {
    const source: CompletionSource = ({ pos, state, explicit }) => {
      const { back, all } = current.current.suggest(state.doc.sliceString(0, pos));
      return back === 0 && !explicit
        ? null
        : {
            from: pos - back,
            options: all.map(({ label: word, type, detail }) => ({
              label: word,
              type: type === 'key' ? 'property' : type === 'name' ? 'variable' : 'enum',
              ...(detail === undefined ? {} : { detail }),
              ...(type === 'key' ? { apply: `${word}: ` } : {}),
            })),
            validFor: /^[\w-]*$/,
          };
    };
    const made = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          history(),
          highlightActiveLine(),
          yaml(),
          colours,
          lintGutter(),
          autocompletion({ override: [source] }),
          keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
          // The server's policy lets in only style sheets that bear its nonce.
          EditorView.cspNonce.of(NONCE),
          // Some browsers do not reach what can be edited by the keyboard unless told to.
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) current.current.onChange(state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
    // Another text comes with another editor: whoever uses it gives it a key.
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const diagnostics = marks.map((mark) => diagnosticOf(editor.state.doc, mark));
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
  }, [marks]);

  return <div ref={host} className="code" />;
}
