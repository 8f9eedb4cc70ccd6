import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  Panel,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  idOfName,
  withFields,
  withMoved,
  withoutPart,
  withPart,
  type WrittenCheck,
  type WrittenSpec,
} from '../spec';
import { scorecardEditorTranslationRef } from '../translation';
import type { ChangeSpec } from './AboutForm';
import { CheckRow } from './CheckRow';
import { ProblemLine } from './ProblemLine';
import { useFormStyles } from './useFormStyles';

/** What is asked, in the order in which it is shown. One check at a time is open. */
export function ChecksForm(props: {
  spec: WrittenSpec;
  onChange: ChangeSpec;
  /** Ids that entities are judged by already. */
  publishedIds: readonly string[];
  /** Place of the check that is open; undefined: none. */
  openAt: number | undefined;
  onOpen: (at: number | undefined) => void;
}) {
  const { spec, onChange, publishedIds, openAt, onOpen } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const classes = useFormStyles();
  const facts = useFactStyles();
  const checks = spec.checks ?? [];
  const levels = (spec.levels ?? []).flatMap(({ name }) => name ?? []);
  const categories = [
    ...new Set(checks.flatMap(({ category }) => category ?? [])),
  ];
  const change = (at: number, changes: Partial<WrittenCheck>) =>
    onChange({ checks: withPart(checks, at, withFields(checks[at], changes)) });
  const move = (from: number, to: number) => {
    onChange({ checks: withMoved(checks, from, to) });
    if (openAt === from) {
      onOpen(to);
    } else if (openAt === to) {
      onOpen(from);
    }
  };
  const remove = (at: number) => {
    onChange({ checks: withoutPart(checks, at) });
    if (openAt !== undefined && openAt >= at) {
      onOpen(openAt === at ? undefined : openAt - 1);
    }
  };
  const add = () => {
    const id = idOfName(
      '',
      checks.map(check => check.id ?? ''),
    );
    onChange({
      checks: [...checks, { id, ...(levels[0] && { level: levels[0] }) }],
    });
    onOpen(checks.length);
  };
  return (
    <Panel title={t('checks.title', { count: checks.length })}>
      {checks.length === 0 && <p className={facts.quiet}>{t('checks.none')}</p>}
      <ol className={facts.list}>
        {checks.map((check, at) => (
          <CheckRow
            // The place is all that tells two checks without ids apart.
            // eslint-disable-next-line react/no-array-index-key
            key={at}
            check={check}
            at={at}
            of={checks.length}
            levels={levels}
            categories={categories}
            otherIds={withoutPart(checks, at).flatMap(({ id }) => id ?? [])}
            mayRename={!publishedIds.includes(check.id ?? '')}
            withPoints={spec.scheme === 'points'}
            isOpen={openAt === at}
            onOpen={isOpen => onOpen(isOpen ? at : undefined)}
            onChange={changes => change(at, changes)}
            onMove={to => move(at, to)}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      <div className={classes.fields}>
        <ProblemLine path="checks" />
      </div>
      <div className={facts.actions}>
        <ActionButton variant="outlined" onClick={add}>
          {t('checks.add')}
        </ActionButton>
      </div>
    </Panel>
  );
}
