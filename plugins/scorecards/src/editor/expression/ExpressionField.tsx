import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  useFormats,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useLayoutEffect, useMemo, useRef } from 'react';
import { useVocabulary } from '../EditorVocabulary';
import { scorecardEditorTranslationRef } from '../translation';
import { MarkedText } from './MarkedText';
import { TermList } from './TermList';
import { useCompletion } from './useCompletion';
import { useExpressionFault } from './useExpressionFault';
import { useFunctionTerms } from './useFunctionTerms';

/** As long as the engine reads. */

const useStyles = makeStyles(theme => {
  const text = {
    margin: 0,
    padding: '8px 12px',
    border: 'none',
    font: '13px/20px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    letterSpacing: 'normal',
    whiteSpace: 'pre-wrap' as const,
    overflowWrap: 'anywhere' as const,
    tabSize: 2,
  };
  return {
    label: {
      display: 'block',
      marginBottom: 2,
      fontSize: 12,
      lineHeight: '18px',
      color: theme.palette.text.secondary,
    },
    place: { position: 'relative' },
    box: {
      position: 'relative',
      borderRadius: 4,
      border: `1px solid ${
        theme.palette.type === 'dark' ? '#8b9096' : '#8a8f96'
      }`,
      backgroundColor: theme.palette.background.paper,
      '&:focus-within': {
        borderColor: theme.palette.primary.main,
        boxShadow: `0 0 0 1px ${theme.palette.primary.main}`,
      },
    },
    behind: { ...text, minHeight: 36, color: 'transparent' },
    field: {
      ...text,
      position: 'absolute',
      inset: 0,
      width: '100%',
      height: '100%',
      boxSizing: 'border-box',
      resize: 'none',
      overflow: 'hidden',
      outline: 'none',
      background: 'none',
      color: theme.palette.text.primary,
    },
    note: {
      margin: theme.spacing(0.25, 0, 0),
      fontSize: 12,
      lineHeight: '18px',
      color: theme.palette.text.secondary,
      overflowWrap: 'anywhere',
    },
    unseen: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  };
});

/** Props of {@link ExpressionField}. */
export interface ExpressionFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Where it stands in the definition: `checks[3].expression`. */
  path: string;
  /** What it is for. */
  hint?: string;
  required?: boolean;
  /** Whether it has to come to a yes or no. */
  mustDecide?: boolean;
}

/** An expression over facts: names are completed while it is typed, and what is wrong is underlined where it is. */
export function ExpressionField(props: ExpressionFieldProps) {
  const { label, value, onChange, path, hint, required, mustDecide } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const formats = useFormats();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const wantedCaret = useRef<number>();
  const { facts } = useVocabulary();
  const functions = useFunctionTerms();
  const terms = useMemo(() => [...facts, ...functions], [facts, functions]);
  const completion = useCompletion(terms, (text, caret) => {
    wantedCaret.current = caret;
    onChange(text);
  });
  // The caret goes to the end of a text that is set from outside.
  useLayoutEffect(() => {
    if (wantedCaret.current !== undefined) {
      field.current?.setSelectionRange(
        wantedCaret.current,
        wantedCaret.current,
      );
      wantedCaret.current = undefined;
    }
  }, [value]);
  const fault = useExpressionFault(value, path, mustDecide ?? false);
  const { shown } = completion;
  const noteId = `${id}note`;
  const listId = `${id}list`;
  return (
    <div>
      <label htmlFor={id} className={classes.label}>
        {label}
        {required && ' *'}
      </label>
      <div className={classes.place}>
        <div
          className={classes.box}
          style={fault ? { borderColor: palette.states.bad.mark } : undefined}
        >
          <MarkedText
            text={value}
            range={fault?.range ?? undefined}
            className={classes.behind}
          />
          <textarea
            id={id}
            ref={field}
            data-path={path}
            className={classes.field}
            value={value}
            rows={1}
            required={required}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            aria-invalid={fault !== null}
            aria-describedby={noteId}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={shown ? listId : undefined}
            aria-activedescendant={
              shown ? `${listId}-${shown.highlighted}` : undefined
            }
            onChange={event => {
              onChange(event.target.value);
              completion.ask(event.target.value, event.target.selectionStart);
            }}
            onKeyDown={completion.onKeyDown}
            onBlur={completion.close}
          />
        </div>
        {shown && (
          <TermList
            id={listId}
            label={t('expression.offered')}
            terms={shown.terms}
            highlighted={shown.highlighted}
            onTake={completion.take}
          />
        )}
        <span role="status" className={classes.unseen}>
          {shown && t('expression.count', { count: shown.terms.length })}
        </span>
      </div>
      <p
        id={noteId}
        className={classes.note}
        style={fault ? { color: palette.states.bad.text } : undefined}
      >
        {fault ? faultText() : hint}
      </p>
    </div>
  );

  function faultText(): string {
    const { message, range } = fault!;
    return range === null
      ? message
      : t('expression.faultAt', {
          place: formats.count(range.from + 1),
          message,
        });
  }
}
