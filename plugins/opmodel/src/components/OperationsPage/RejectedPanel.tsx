import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RejectedEvents } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  Panel,
  QueryView,
  RelativeTime,
  RowsSkeleton,
  StateChip,
  useDenseTableStyles,
  useFormats,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { CaptionedTable } from './CaptionedTable';
import { RestNote } from './RestNote';
import { useNoteStyles } from './useNoteStyles';

/** What was not taken in, by who sent it and why. */
export function RejectedPanel(props: {
  rejected: QueryState<RejectedEvents>;
  /** Whether anything has come in: without it, an empty list says nothing. */
  anything: boolean;
  /** True where the page says already that refreshing fails. */
  quiet: boolean;
}) {
  const { rejected, anything, quiet } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const notes = useNoteStyles();
  return (
    <Panel flush title={t('rejected.title')}>
      <QueryView
        query={rejected}
        subject={t('rejected.subject')}
        quiet={quiet}
        skeleton={
          <div className={notes.flush}>
            <RowsSkeleton rows={3} />
          </div>
        }
      >
        {list =>
          list.items.length === 0 ? (
            <div className={notes.flush}>
              {anything ? (
                <StateChip
                  state="good"
                  label={t('rejected.empty', {
                    since: formats.day(list.since.slice(0, 10)),
                  })}
                />
              ) : (
                <StateChip state="no_data" label={t('intake.none')} />
              )}
            </div>
          ) : (
            <RejectedTable list={list} />
          )
        }
      </QueryView>
    </Panel>
  );
}

function RejectedTable(props: { list: RejectedEvents }) {
  const { items, since, totalEvents } = props.list;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const notes = useNoteStyles();
  return (
    <>
      <CaptionedTable
        caption={t('rejected.caption', {
          since: formats.day(since.slice(0, 10)),
        })}
      >
        <thead>
          <tr>
            <th scope="col">{t('rejected.reason')}</th>
            <th scope="col">{t('rejected.producer')}</th>
            <th scope="col">{t('rejected.source')}</th>
            <th scope="col" className={table.number}>
              {t('rejected.events')}
            </th>
            <th scope="col">{t('rejected.last')}</th>
            <th scope="col">{t('rejected.lastId')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr key={`${item.producer} ${item.source} ${item.reason}`}>
              <th scope="row">
                <span className={notes.words}>{item.reason}</span>
              </th>
              <td>{item.producer}</td>
              <td>{item.source ?? NO_VALUE}</td>
              <td className={table.number}>{formats.count(item.events)}</td>
              <td>
                <RelativeTime instant={item.lastRejectedAt} />
              </td>
              <td>
                <span className={notes.id}>{item.lastEventId ?? NO_VALUE}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </CaptionedTable>
      <RestNote shown={items} total={totalEvents} text="rejected.more" />
    </>
  );
}
