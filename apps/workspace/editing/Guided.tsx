import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { asFailure } from '../data/failure.ts';
import { type Action, type Field, fieldOf, initialValues, isAsked, missing, type Values } from './action.ts';
import type { AnyPreview, Door } from './door.ts';
import styles from './editing.module.css';
import { Review } from './Review.tsx';

/** A guided change of a paper: some questions, what the answers change, and saving it. */
export function Guided<F, P extends AnyPreview>(props: {
  door: Door<P>;
  action: Action<F>;
  showPreview: (preview: P) => ReactNode;
  onSaved: () => void;
}) {
  const { door, action, showPreview, onSaved } = props;
  const { fields, apply, explain, title } = action;
  const [values, setValues] = useState<Values>(() => initialValues(fields));
  const [entered, setEntered] = useState(0);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const change = (name: string, value: string) => {
    setValues({ ...values, [name]: value });
    setEntered(entered + 1);
  };
  const text = () => {
    const blank = missing(fields, values);
    setWrong(Object.fromEntries(blank.map((name) => [name, 'Fill this in.'])));
    return blank.length > 0 ? null : JSON.stringify(apply(values));
  };
  const place = (thrown: unknown) => {
    const problems = thrown ? asFailure(thrown).problems : [];
    const placed = problems.flatMap(({ pointer, detail }) => {
      const name = fieldOf(fields, pointer);
      return name === undefined ? [] : [[name, detail] as const];
    });
    setWrong(Object.fromEntries(placed));
  };
  return (
    <section className={styles.form} aria-label={title}>
      <h2>{title}</h2>
      <p className="dimmed">{explain}</p>
      <div className={styles.fields}>
        {fields
          .filter((field) => isAsked(field, values))
          .map((field) => (
            <FieldInput
              key={field.name}
              field={field}
              value={values[field.name] ?? ''}
              wrong={wrong[field.name]}
              onChange={(value) => change(field.name, value)}
            />
          ))}
      </div>
      <Review {...{ door, text, entered, onSaved, showPreview }} onProblems={place} />
    </section>
  );
}

type InputProps = {
  field: Field;
  value: string;
  wrong: string | undefined;
  onChange: (value: string) => void;
};

/** One field of whatever kind, with its explanation and what is wrong with it. */
export function FieldInput({ field, value, wrong, onChange }: InputProps) {
  const id = useId();
  const { label, hint, kind = 'text', options = [], optional } = field;
  const shared = {
    label: optional ? `${label} (may be left out)` : label,
    description: hint,
    error: wrong,
    value,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  switch (kind) {
    case 'select':
      return (
        <NativeSelect {...shared} data={optional ? [{ value: '', label: '–' }, ...options] : [...options]} />
      );
    case 'radio':
      return (
        <fieldset className={styles.wide}>
          <legend>{label}</legend>
          <div className={styles.choice}>
            {options.map((option) => (
              <Radio
                key={option.value}
                name={id}
                label={option.label}
                checked={value === option.value}
                onChange={() => onChange(option.value)}
              />
            ))}
          </div>
          {wrong && <p className="problem">{wrong}</p>}
        </fieldset>
      );
    case 'area':
      return (
        <div className={styles.wide}>
          <Textarea {...shared} rows={2} />
        </div>
      );
    default:
      return <TextInput {...shared} type={kind} />;
  }
}
