import { asFailure } from '../data/failure.ts';

/** Why something that was sent was not done, beside the form that sent it. */
export function Problem({ thrown }: { thrown: unknown }) {
  if (!thrown) return null;
  const { title, detail, todo } = asFailure(thrown);
  return (
    <p role="alert" className="problem">
      <strong>{title}.</strong> {detail} {todo}
    </p>
  );
}
