import type { NoticeView } from '#apps/server/pages.ts';
import { isAboutMoney, type LetterBlock, type LetterPart, partsOfLetter } from './letter.ts';
import { Marked } from './Marked.tsx';
import styles from './notice.module.css';

/** The message: to whom, from whom, what about, and its parts; what is about money stands in its own block. */
export function Letter({ notice, marking }: { notice: NoticeView; marking: boolean }) {
  const shown = marking ? notice.facts.map((fact) => fact.shown) : [];
  return (
    <div className={styles.letter}>
      <dl className={styles.envelope}>
        <dt>To</dt>
        <dd>{notice.to}</dd>
        <dt>From</dt>
        <dd>{notice.from}</dd>
        <dt>Subject</dt>
        <dd>
          <strong>
            <Marked text={notice.subject} shown={shown} />
          </strong>
        </dd>
      </dl>
      {partsOfLetter(notice.text).map((part) => (
        <Part key={part.heading ?? ''} part={part} shown={shown} />
      ))}
    </div>
  );
}

function Part({ part, shown }: { part: LetterPart; shown: readonly string[] }) {
  const money = isAboutMoney(part);
  // The greeting ends the letter, not the block about money.
  const inside = money ? part.blocks.slice(0, 2) : part.blocks;
  const outside = money ? part.blocks.slice(2) : [];
  return (
    <>
      <div className={styles.part} data-money={money}>
        {part.heading !== null && (
          <h5>
            <Marked text={part.heading} shown={shown} />
          </h5>
        )}
        <Blocks blocks={inside} shown={shown} />
      </div>
      {outside.length > 0 && (
        <div className={styles.part}>
          <Blocks blocks={outside} shown={shown} />
        </div>
      )}
    </>
  );
}

function Blocks({ blocks, shown }: { blocks: readonly LetterBlock[]; shown: readonly string[] }) {
  return blocks.map((block) =>
    block.kind === 'words' ? (
      <p key={block.text}>
        <Marked text={block.text} shown={shown} />
      </p>
    ) : (
      <ul key={block.items.join('\n')}>
        {block.items.map((item) => (
          <li key={item}>
            <Marked text={item} shown={shown} />
          </li>
        ))}
      </ul>
    ),
  );
}
