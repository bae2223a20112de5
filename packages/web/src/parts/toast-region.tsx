import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { useSay } from '../text/speak.ts';
import { say } from '../text/words.ts';

export const queue = new ToastQueue<string>({ maxVisibleToasts: 3 });

/** Where notices stand. */
export default function Region(): ReactNode {
  const word = useSay(say);
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={word('notices')}>
      {({ toast }) => (
        <Toast toast={toast} className="toast">
          <ToastContent>
            <Text slot="title">{toast.content}</Text>
          </ToastContent>
          <Button slot="close" className="button button-quiet button-sign" aria-label={word('close')}>
            ×
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
