import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './fields.module.css';

/** What every field has: its name, a hint on what to write, and what is wrong with what was written. */
export type FieldProps = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
};

function useField({ hint, error }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    id,
    control: {
      id,
      'aria-describedby': described || undefined,
      'aria-invalid': error ? (true as const) : undefined,
    },
  };
}

function Field({ id, field, children }: { id: string; field: FieldProps; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{field.label}</label>
      {field.hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {field.hint}
        </p>
      )}
      {children}
      {field.error && (
        <p id={`${id}-error`} className={styles.error}>
          {field.error}
        </p>
      )}
    </div>
  );
}

/** One line of text: also an e-mail address, a number, a date, by `type`. */
export function TextField({ label, hint, error, ...rest }: FieldProps & ComponentProps<'input'>) {
  const field = { label, hint, error };
  const { id, control } = useField(field);
  return (
    <Field id={id} field={field}>
      <input {...rest} {...control} className={styles.control} />
    </Field>
  );
}

/** Text of several lines. */
export function TextArea({ label, hint, error, ...rest }: FieldProps & ComponentProps<'textarea'>) {
  const field = { label, hint, error };
  const { id, control } = useField(field);
  return (
    <Field id={id} field={field}>
      <textarea rows={4} {...rest} {...control} className={styles.control} />
    </Field>
  );
}

/** A choice of one among several. */
export function Select(
  props: FieldProps & {
    options: readonly { readonly value: string; readonly label: string }[];
  } & ComponentProps<'select'>,
) {
  const { label, hint, error, options, ...rest } = props;
  const field = { label, hint, error };
  const { id, control } = useField(field);
  return (
    <Field id={id} field={field}>
      <select {...rest} {...control} className={styles.control}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Something that is so or is not; `type="radio"` makes it one choice of a group. */
export function Checkbox({ label, hint, error, ...rest }: FieldProps & ComponentProps<'input'>) {
  const { id, control } = useField({ label, hint, error });
  return (
    <div className={styles.choice}>
      <input type="checkbox" {...rest} {...control} />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )}
        {error && (
          <p id={`${id}-error`} className={styles.error}>
            {error}
          </p>
        )}
      </div>
    </div>
  );
}

/** Fields or choices that belong together, under one name. */
export function FieldGroup({ legend, children }: { legend: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
