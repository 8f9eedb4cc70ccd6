import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloPastWindow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  NoteChip,
  PagedRows,
  Panel,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
  useFormats,
  useOpmodelApi,
  useRowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ObjectiveId } from '../../hooks/sloQueries';
import { sloDetailTranslationRef } from '../../translations/detail';
import { stateOfSlo } from '../../words/sloStates';
import { useSloFormats } from '../../words/useSloFormats';
import { useSloWords } from '../../words/useSloWords';

const ROWS = 10;

/** By which place a composite as a whole is asked for. */
export const WHOLE = -1;

/** How the windows of an objective ended, or those of a composite as a whole, newest first. */
export function PastWindowsPanel(props: {
  id: ObjectiveId;
  zone: string | null;
}) {
  const { id, zone } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const title =
    id.objective === WHOLE ? t('windows.wholeTitle') : t('windows.title');
  const api = useOpmodelApi();
  const pages = useRowPages(
    {
      filter: { ...id },
      requestPage: (page, signal) =>
        api.listSloWindows(
          id.sloRef,
          { objective: id.objective, ...page },
          { signal },
        ),
    },
    { rowsPerPage: ROWS },
  );
  return (
    <Panel flush title={title}>
      <PagedRows
        pages={pages}
        subject={t('windows.subject')}
        label={t('windows.pages')}
        skeletonRows={ROWS / 2}
        empty={t('windows.empty')}
        quietOnOnePage
      >
        {page => <WindowTable windows={page.items} title={title} zone={zone} />}
      </PagedRows>
    </Panel>
  );
}

function WindowTable(props: {
  windows: readonly SloPastWindow[];
  title: string;
  zone: string | null;
}) {
  const { windows, title, zone } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const formats = useFormats();
  const figures = useSloFormats();
  const words = useSloWords();
  const table = useDenseTableStyles();
  const instant = (at: string) => formats.instant(at, zone ?? undefined);
  return (
    <ScrollArea label={title}>
      <table className={table.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('windows.window')}</th>
            <th scope="col" className={table.number}>
              {t('windows.attainment')}
            </th>
            <th scope="col" className={table.number}>
              {t('windows.target')}
            </th>
            <th scope="col">{t('windows.remaining')}</th>
            <th scope="col">{t('windows.state')}</th>
            <th scope="col" className={table.number}>
              {t('windows.counted')}
            </th>
          </tr>
        </thead>
        <tbody>
          {windows.map(past => (
            <tr key={`${past.from} ${past.to}`}>
              <th scope="row">
                {instant(past.from)} – {instant(past.to)}{' '}
                {!past.complete && (
                  <NoteChip>{t('windows.incomplete')}</NoteChip>
                )}
              </th>
              <td className={table.number}>
                {figures.attainment(past.attainment, past.target)}
              </td>
              <td className={table.number}>{figures.target(past.target)}</td>
              <td>{figures.remaining(past.remaining)}</td>
              <td>
                <StateChip
                  state={stateOfSlo[past.state]}
                  label={words.state[past.state]}
                />
              </td>
              <td className={table.number}>
                {past.total === null
                  ? NO_VALUE
                  : `${figures.events(past.good)} / ${figures.events(
                      past.total,
                    )}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
