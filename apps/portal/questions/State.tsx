import { Badge } from '#platform/ui/Badge.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import type { Summary } from './data.ts';
import { questionWords } from './words.ts';

/** Where a question stands, in a word or two. */
export function State({ question }: { question: Pick<Summary, 'status' | 'open' | 'late'> }) {
  const say = useWords(questionWords);
  if (question.open)
    return question.late ? (
      <Badge tone="near" icon="clock">
        {say('late')}
      </Badge>
    ) : (
      <Badge tone="calm" icon="clock">
        {say('waiting')}
      </Badge>
    );
  return question.status === 'answered' ? (
    <Badge tone="good" icon="check">
      {say('answered')}
    </Badge>
  ) : (
    <Badge icon="check">{say('closed')}</Badge>
  );
}

/** Who answers, and by when. */
export function AnswerDay({
  question,
}: {
  question: Pick<Summary, 'open' | 'late' | 'answers' | 'promisedOn'>;
}) {
  const say = useWords(questionWords);
  const formats = useFormats();
  const values = { name: question.answers.name, day: formats.day(question.promisedOn) };
  if (!question.open) return say('answeredBy', { name: values.name });
  return question.late ? say('answersLate', values) : say('answersBy', values);
}
