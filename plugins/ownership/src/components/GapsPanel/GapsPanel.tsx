import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import type {
  GapDate,
  OwnershipGap,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  moveBetweenRows,
  Panel,
  StateChip,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { ownershipGapTranslationRef } from '../../translations/gaps';
import { stateOfGap } from '../../words/ownershipStates';
import { useOwnershipWords } from '../../words/useOwnershipWords';
import { GapDateDialog } from './GapDateDialog';
import { RemoveGapDateButton } from './RemoveGapDateButton';

/** What is missing in the ownership of an entity, and by when it is to be closed. */
export function GapsPanel(props: {
  entityRef: string;
  title: string;
  gaps: readonly OwnershipGap[];
  dates: readonly GapDate[];
  /** Called after a date was set or removed. */
  onChanged: () => void;
}) {
  const { entityRef, title, gaps, dates, onChanged } = props;
  const { t } = useTranslationRef(ownershipGapTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  const [dated, setDated] = useState<OwnershipGap>();
  const dateOf = (gap: OwnershipGap) => dates.find(date => date.gap === gap);
  if (gaps.length === 0) {
    return (
      <Panel title={t('title')}>
        <p className={facts.quiet}>{t('none')}</p>
      </Panel>
    );
  }
  return (
    <Panel flush title={t('title')}>
      <div className={table.scroll}>
        <table className={table.table} aria-label={t('title')}>
          <thead>
            <tr>
              <th scope="col">{t('gap')}</th>
              <th scope="col">{t('due')}</th>
              <th scope="col">{t('actions')}</th>
            </tr>
          </thead>
          <TableBody onKeyDown={moveBetweenRows}>
            {gaps.map(gap => (
              <GapRow
                key={gap}
                entityRef={entityRef}
                gap={gap}
                date={dateOf(gap)}
                onSetDate={() => setDated(gap)}
                onChanged={onChanged}
              />
            ))}
          </TableBody>
        </table>
      </div>
      {dated && (
        <GapDateDialog
          entityRef={entityRef}
          title={title}
          gap={dated}
          date={dateOf(dated)}
          onClose={() => setDated(undefined)}
          onDone={onChanged}
        />
      )}
    </Panel>
  );
}

function GapRow(props: {
  entityRef: string;
  gap: OwnershipGap;
  date: GapDate | undefined;
  onSetDate: () => void;
  onChanged: () => void;
}) {
  const { entityRef, gap, date, onSetDate, onChanged } = props;
  const { t } = useTranslationRef(ownershipGapTranslationRef);
  const formats = useFormats();
  const words = useOwnershipWords();
  return (
    <tr>
      <th scope="row">
        <StateChip state={stateOfGap(gap)} label={words.gap[gap]} />
      </th>
      <td>
        {date ? formats.day(date.dueDay) : t('noDate')}{' '}
        {date?.overdue && <StateChip state="bad" label={t('overdue')} />}{' '}
        {date?.note && <span>“{date.note}”</span>}
      </td>
      <td>
        <ActionButton
          aria-label={t('setDateOf', { gap: words.gap[gap] })}
          onClick={onSetDate}
        >
          {date ? t('changeDate') : t('setDate')}
        </ActionButton>
        {date && (
          <RemoveGapDateButton
            entityRef={entityRef}
            gap={gap}
            onDone={onChanged}
          />
        )}
      </td>
    </tr>
  );
}
