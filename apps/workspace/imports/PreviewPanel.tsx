import { NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Act } from '../parts/Act.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import {
  type Options,
  type Place,
  type Preview,
  useFormats,
  useImportOrder,
  usePreview,
} from './importData.ts';
import styles from './imports.module.css';
import { OptionForm } from './OptionForm.tsx';
import { Trial } from './Trial.tsx';
import { Trouble } from './Trouble.tsx';

type Asked = { format: string; options: Options };

/** What a file holds and what importing it would do; asks for what its format needs. Nothing is taken before "Import". */
export function PreviewPanel({ place }: { place: Place }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [settled] = useDebouncedValue(asked, 300);
  const preview = usePreview(place, settled);
  const order = useImportOrder(place);
  const formats = useFormats().data ?? [];
  if (preview.error && !preview.data)
    return <FailureNotice thrown={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data)
    return (
      <p aria-busy="true" className="dimmed">
        Looking at the first lines…
      </p>
    );
  const now: Asked = asked ?? { format: preview.data.format ?? '', options: preview.data.options as Options };
  const format = formats.find(({ name }) => name === now.format);
  const ready = settled === asked && !preview.isFetching && canImport(preview.data);
  return (
    <>
      <FirstLines lines={preview.data.lines} />
      <section className={styles.panel} aria-label="How to read it">
        <h2>How to read it</h2>
        <NativeSelect
          label="Format"
          description={format?.what ?? 'Its content shows no format we know; choose one.'}
          value={now.format}
          data={[
            ...(now.format === '' ? [{ value: '', label: 'Choose a format' }] : []),
            ...formats.map(({ name, title }) => ({ value: name, label: title })),
          ]}
          onChange={(event) => setAsked(withFormat(preview.data, event.currentTarget.value))}
        />
        {format && (
          <OptionForm
            options={format.options}
            values={now.options}
            problems={settled === asked ? preview.data.problems : []}
            sources={preview.data.remembered
              .filter((one) => one.format === now.format)
              .map(({ source }) => source)}
            onChange={(options) => setAsked(withSource(preview.data, now, options))}
          />
        )}
      </section>
      {preview.data.trial && <Trial trial={preview.data.trial} />}
      {preview.data.problems.length > 0 && (
        <p className="dimmed">Fill in what is marked with a star; then you see what would be taken.</p>
      )}
      {order.error && <Trouble thrown={order.error} />}
      <div className={styles.buttons}>
        <Act
          needs="usage.import"
          disabled={!ready}
          loading={order.isPending}
          onClick={() => order.mutate({ does: 'start', ...now })}
        >
          Import
        </Act>
        <Act needs="usage.import" variant="default" onClick={() => order.mutate({ does: 'cancel' })}>
          Do not import it
        </Act>
      </div>
    </>
  );
}

function canImport({ format, problems, trial }: Preview): boolean {
  return format !== null && problems.length === 0 && trial !== null && trial.fault === null;
}

/** Another format begins with the options its last file had. */
function withFormat({ remembered }: Preview, format: string): Asked {
  const before = remembered.find((one) => one.format === format);
  return { format, options: (before?.options ?? {}) as Options };
}

/** A source that was read before brings its options along. */
function withSource({ remembered }: Preview, now: Asked, options: Options): Asked {
  const before = remembered.find((one) => one.format === now.format && one.source === options.source);
  const changed = options.source !== now.options.source && before && options.source !== '';
  return { ...now, options: changed ? ({ ...options, ...before.options } as Options) : options };
}

function FirstLines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-label="First lines">
      <h2>The first lines</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <pre className={styles.lines} tabIndex={0}>
        {lines.join('\n')}
      </pre>
    </section>
  );
}
