import { createElement, type ReactNode } from 'react';
import type { GuideElement, GuideNode } from './guideTree.ts';

type GuideProps = {
  readonly nodes: readonly GuideNode[];
  /** Another page, or a part of one: `alerts#sending`, `#sending`. */
  readonly onOpen: (guide: string) => void;
};

/** A page of the guide, or a part of one. */
export function Guide({ nodes, onOpen }: GuideProps) {
  return nodes.map((node, index) =>
    // Nothing on a page of the guide ever moves.
    // biome-ignore lint/suspicious/noArrayIndexKey: the nodes never change their order
    typeof node === 'string' ? node : <Element key={index} element={node} onOpen={onOpen} />,
  );
}

function Element({ element, onOpen }: { element: GuideElement; onOpen: (guide: string) => void }) {
  const { tag, children, id, guide, href } = element;
  const inner: ReactNode = children.length > 0 ? <Guide nodes={children} onOpen={onOpen} /> : undefined;
  if (tag === 'a' && guide !== undefined)
    return (
      <a
        href={`#${guide}`}
        onClick={(event) => {
          event.preventDefault();
          onOpen(guide);
        }}
      >
        {inner}
      </a>
    );
  if (tag === 'a')
    return (
      <a href={href} target="_blank" rel="noreferrer">
        {inner}
      </a>
    );
  return createElement(tag, id === undefined ? {} : { id: `guide-${id}` }, inner);
}
