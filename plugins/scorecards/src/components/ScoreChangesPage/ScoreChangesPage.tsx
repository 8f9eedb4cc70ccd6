import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  OpmodelApi,
  ScoreChangeReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  CopyLinkButton,
  PanelSkeleton,
  QueryView,
  toWindowQuery,
  useOpmodelApi,
  useRowPages,
  useSectionStyles,
  useWindowParams,
  WindowPicker,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  useSelectionParams,
  type SelectionParams,
} from '../../hooks/useSelectionParams';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { ScorecardScope, SelectionBar } from '../Selection';
import { MovedEntitiesPanel } from './MovedEntitiesPanel';
import { ScoreCausesPanel } from './ScoreCausesPanel';

const SKELETON_HEIGHT = 260;
const MOVES_PER_PAGE = 25;

/** Why the passing share of a scorecard moved, and which entities changed their level. */
export function ScoreChangesPage() {
  const sections = useSectionStyles();
  const params = useSelectionParams();
  const window = useWindowParams();
  return (
    <div className={sections.page}>
      <SelectionBar params={params} />
      <ScorecardScope
        params={params}
        controls={
          <>
            <WindowPicker
              value={window.selection}
              onChange={window.setSelection}
            />
            <CopyLinkButton />
          </>
        }
      >
        {scorecardRef => (
          <ChangesOf params={params} scorecardRef={scorecardRef} />
        )}
      </ScorecardScope>
    </div>
  );
}

function ChangesOf(props: { params: SelectionParams; scorecardRef: string }) {
  const { params, scorecardRef } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const sections = useSectionStyles();
  const api = useOpmodelApi();
  const { selection } = useWindowParams();
  const query: Parameters<OpmodelApi['getScoreChanges']>[0] = {
    ...params.selection,
    ...toWindowQuery(selection),
    scorecard: scorecardRef,
  };
  const pages = useRowPages<ScoreChangeReport>(
    {
      filter: query,
      requestPage: (page, signal) =>
        api.getScoreChanges({ ...query, ...page }, { signal }),
    },
    { rowsPerPage: MOVES_PER_PAGE, subject: scorecardRef },
  );
  return (
    <QueryView
      query={pages.page}
      subject={t('changes.subject')}
      skeleton={
        <div className={sections.page}>
          <PanelSkeleton height={SKELETON_HEIGHT} />
          <PanelSkeleton height={SKELETON_HEIGHT} />
        </div>
      }
    >
      {report => (
        <div className={sections.page}>
          <ScoreCausesPanel report={report} />
          <MovedEntitiesPanel pages={pages} />
        </div>
      )}
    </QueryView>
  );
}
