import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './parts.module.css';
import { useFocusBack } from './useFocusBack.ts';

/** A dialog over the page. Put together by hand: the ready-made one has a header element, a second banner of the page. */
export function Dialog(props: { title: string; onClose: () => void; children: ReactNode }) {
  useFocusBack();
  return (
    <Modal.Root opened onClose={props.onClose}>
      <Modal.Overlay blur={2} />
      <Modal.Content>
        <Modal.Body>
          <div className={styles.dialogHead}>
            <Modal.Title>{props.title}</Modal.Title>
            <Modal.CloseButton aria-label="Close" />
          </div>
          {props.children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
