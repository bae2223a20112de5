import { useRef, useState, type ReactNode } from 'react';
import type { Files } from '../../engine/tasks.ts';
import { Button } from '../../parts/button.tsx';
import { download } from '../../parts/download.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Select } from '../../parts/select.tsx';
import { useSay } from '../../text/speak.ts';
import { say } from '../words.ts';
import { archiveOf, readChosen } from './draft.ts';

interface Props {
  readonly id: string;
  readonly files: Files;
  readonly changed: Files;
  readonly file: string;
  readonly onFile: (name: string) => void;
  readonly onImport: (files: Files) => void;
  readonly onReset: () => void;
}

/** Which file is edited, and the way of files in and out. */
export function EditorTools({ id, files, changed, file, onFile, onImport, onReset }: Props): ReactNode {
  const told = useSay(say);
  const chooser = useRef<HTMLInputElement>(null);
  const [asking, ask] = useState(false);
  const count = Object.keys(changed).length;
  return (
    <div className="edit-tools">
      <Select
        label={told('file')}
        chosen={file}
        onChoose={onFile}
        options={Object.keys(files).map((name) => ({
          id: name,
          label: changed[name] === undefined ? name : `${name} *`,
        }))}
      />
      <Button onPress={() => download(file, new Blob([files[file] ?? ''], { type: 'application/yaml' }))}>
        {told('export-file')}
      </Button>
      <Button onPress={() => download(`${id}.tar`, archiveOf(id, files))}>{told('export-all')}</Button>
      <Button onPress={() => chooser.current?.click()}>{told('import-files')}</Button>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept=".yaml,.yml"
        aria-label={told('import-files')}
        onChange={({ target }) => {
          if (target.files) void readChosen(target.files).then(onImport);
        }}
      />
      <Button isDisabled={count === 0} onPress={() => ask(true)}>
        {told('reset')}
      </Button>
      <p className="small soft edit-kept" role="status">
        {told('kept', { count })}
      </p>
      <Dialog
        title={told('reset-title')}
        isOpen={asking}
        onClose={() => ask(false)}
        actions={
          <>
            <Button autoFocus onPress={() => ask(false)}>
              {told('reset-no')}
            </Button>
            <Button
              weight="main"
              onPress={() => {
                ask(false);
                onReset();
              }}
            >
              {told('reset-yes')}
            </Button>
          </>
        }
      >
        <p>{told('reset-text', { count })}</p>
      </Dialog>
    </div>
  );
}
