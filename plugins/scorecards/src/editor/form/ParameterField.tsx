import type {
  CheckParameter,
  CheckParameterValue,
} from '@opmodel/backstage-plugin-opmodel-common';
import { ChoicePicker } from '@opmodel/backstage-plugin-opmodel-react';
import { useId } from 'react';
import { useVocabulary } from '../EditorVocabulary';
import { textOf } from '../spec';
import { ProblemLine } from './ProblemLine';
import { SpecText } from './SpecFields';
import { useFormStyles } from './useFormStyles';

/** One parameter of a ready-made check, as what it must be. */
export function ParameterField(props: {
  /** `checks[3].parameters.atMost` */
  path: string;
  name: string;
  parameter: CheckParameter;
  value: unknown;
  /** Undefined takes it away. */
  onChange: (value: CheckParameterValue | undefined) => void;
}) {
  const { path, name, parameter, value, onChange } = props;
  const { kind, description, isRequired, words } = parameter;
  const { facts } = useVocabulary();
  const classes = useFormStyles();
  const listId = useId();
  const label = wordsOf(name);
  if (words) {
    const chosen = textOf(value);
    return (
      <div className={classes.fields}>
        <ChoicePicker
          label={label}
          value={chosen}
          choices={[...new Set([...(chosen ? [] : ['']), ...words, chosen])]
            .filter((word, at) => word !== '' || (at === 0 && !chosen))
            .map(word => ({ id: word, label: word || '–' }))}
          onChange={word => onChange(word || undefined)}
        />
        <ProblemLine path={path} />
      </div>
    );
  }
  return (
    <>
      <SpecText
        path={path}
        label={label}
        hint={description}
        required={isRequired}
        value={value}
        inputProps={kind === 'fact' ? { list: listId } : undefined}
        onChange={typed => onChange(readParameter(kind, typed))}
      />
      {kind === 'fact' && (
        <datalist id={listId}>
          {facts.map(fact => (
            <option key={fact.name} value={fact.name}>
              {fact.description}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}

/** `atMost` as people read it. */
function wordsOf(name: string): string {
  const spaced = name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** What was typed as what it must be; what is none stays a text, which the engine refuses by its name. */
export function readParameter(
  kind: CheckParameter['kind'],
  typed: string,
): CheckParameterValue | undefined {
  if (typed === '') {
    return undefined;
  }
  if (kind === 'value' && (typed === 'true' || typed === 'false')) {
    return typed === 'true';
  }
  const mayBeNumber =
    kind === 'number' || kind === 'measure' || kind === 'value';
  // A number that is not finished, such as `0.`, would lose what was typed.
  return mayBeNumber && String(Number(typed)) === typed ? Number(typed) : typed;
}
