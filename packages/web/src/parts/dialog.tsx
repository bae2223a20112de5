import type { ReactNode } from 'react';
import { Dialog as Talk } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The answers, the safe one first. */
  readonly actions: ReactNode;
  /** Much is to be filled in: it is wider, and no alarm. */
  readonly form?: boolean;
}

/** A question that has to be answered before anything else; Escape is the safe answer. */
export function Dialog({ title, isOpen, onClose, children, actions, form = false }: Props): ReactNode {
  return (
    <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={form ? 'dialog dialog-form' : 'dialog'}>
        <Talk role={form ? 'dialog' : 'alertdialog'} className="dialog-body">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
          <div className="dialog-actions">{actions}</div>
        </Talk>
      </Modal>
    </ModalOverlay>
  );
}
