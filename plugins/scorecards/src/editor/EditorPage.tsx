import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  FactProviderList,
  ScorecardDraft,
  ScorecardList,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  EmptyState,
  PanelSkeleton,
  QueryView,
  useOpmodelApi,
  useQueryState,
  useSectionStyles,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { useScorecardPaths } from '../entity/useScorecardPaths';
import { ChangesPanel } from './ChangesPanel';
import { ConflictNotice } from './ConflictNotice';
import { DocumentPanel } from './DocumentPanel';
import { EditorForm } from './EditorForm';
import { EditorHead } from './EditorHead';
import { EditorVocabulary } from './EditorVocabulary';
import { forgetEdits } from './keptEdits';
import { ImpactPanel } from './preview/ImpactPanel';
import { SamplePanel } from './preview/SamplePanel';
import { usePreview } from './preview/usePreview';
import { useSampleRefs } from './preview/useSampleRefs';
import { ProblemsPanel } from './ProblemsPanel';
import { PublishDialog } from './PublishDialog';
import { RemoveDialog } from './RemoveDialog';
import { readSpec } from './spec';
import { scorecardEditorTranslationRef } from './translation';
import { useCheckedSpec } from './useCheckedSpec';
import { useDraftEditor } from './useDraftEditor';
import { useFieldFocus } from './useFieldFocus';
import { useLeaveWarning } from './useLeaveWarning';

const SKELETON_HEIGHT = 480;

const useStyles = makeStyles({
  // What is wrong and how entities would stand stays in sight while the fields beside it are scrolled.
  beside: {
    '@media (min-width: 1100px)': {
      position: 'sticky',
      top: 8,
      maxHeight: 'calc(100vh - 16px)',
      overflowY: 'auto',
    },
  },
});

/** The editor of one draft. */
export function EditorPage() {
  const { draftId = '' } = useParams();
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const api = useOpmodelApi();
  const paths = useScorecardPaths();
  const draft = useQueryState({
    key: draftId,
    subject: draftId,
    request: signal => api.getScorecardDraft(draftId, { signal }),
  });
  // What the editor completes and offers; the draft can be edited without.
  const providers = useQueryState({
    key: 'facts',
    subject: 'facts',
    request: signal => api.listFactProviders({ signal }),
  });
  const scorecards = useQueryState({
    key: 'scorecards',
    subject: 'scorecards',
    request: signal => api.listScorecards({ signal }),
  });
  return (
    <QueryView
      query={draft}
      subject={t('subject')}
      skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
      notFound={
        <EmptyState
          title={t('notFoundTitle')}
          description={t('notFoundText')}
          action={paths && <Link to={paths.drafts}>{t('toDrafts')}</Link>}
        />
      }
    >
      {data => (
        <Editor
          key={data.id}
          draft={data}
          providers={providers}
          scorecards={scorecards}
        />
      )}
    </QueryView>
  );
}

function Editor(props: {
  draft: ScorecardDraft;
  providers: QueryState<FactProviderList>;
  scorecards: QueryState<ScorecardList>;
}) {
  const { draft, providers, scorecards } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const sections = useSectionStyles();
  const classes = useStyles();
  const navigate = useNavigate();
  const paths = useScorecardPaths();
  const editor = useDraftEditor(draft);
  const { spec, kept } = editor;
  const checked = useCheckedSpec(draft.name, spec);
  const [entityRefs, pick] = useSampleRefs();
  const preview = usePreview(draft.name, spec, entityRefs);
  const [openAt, setOpenAt] = useState<number>();
  const focus = useFieldFocus();
  const goTo = (path: string) => {
    const check = /^checks\[(\d+)\]/.exec(path);
    if (check) {
      setOpenAt(Number(check[1]));
    }
    focus(path);
  };
  const [dialog, setDialog] = useState<'publish' | 'remove'>();
  useLeaveWarning(editor.isChanged ? t('notice.leave') : undefined);
  const problems = checked.data?.problems ?? kept.problems;
  const title = spec.title || draft.name;
  // Which of them the version before has is not known: all that were there when the editor was opened count as published.
  const [publishedIds] = useState(() =>
    draft.basedOn === null
      ? []
      : (readSpec(draft.spec).checks ?? []).flatMap(({ id }) => id ?? []),
  );
  return (
    <EditorVocabulary providers={providers.data?.items} problems={problems}>
      <div className={sections.page}>
        <EditorHead
          editor={editor}
          title={title}
          onPublish={() => setDialog('publish')}
          onRemove={() => setDialog('remove')}
        />
        <ConflictNotice editor={editor} />
        <div className={sections.mainAndSide}>
          <EditorForm
            spec={spec}
            onChange={editor.change}
            publishedIds={publishedIds}
            openAt={openAt}
            onOpen={setOpenAt}
            factsError={providers.error}
            scorecards={(scorecards.data?.items ?? []).filter(
              ({ scorecard }) => scorecard.ref !== draft.scorecardRef,
            )}
          />
          <div>
            <div className={`${sections.page} ${classes.beside}`}>
              <ProblemsPanel checked={checked} spec={spec} onGoTo={goTo} />
              <SamplePanel
                preview={preview}
                entityRefs={entityRefs}
                onPick={pick}
              />
            </div>
          </div>
        </div>
        <ImpactPanel preview={preview} />
        <ChangesPanel
          changes={kept.changes}
          isChanged={editor.isChanged}
          isNew={kept.basedOn === null}
        />
        <DocumentPanel name={draft.name} spec={spec} />
      </div>
      {dialog === 'publish' && (
        <PublishDialog
          editor={editor}
          title={title}
          spec={spec}
          problems={problems}
          preview={preview.data}
          onClose={() => setDialog(undefined)}
          onPublished={({ scorecard }) => {
            forgetEdits(draft.id);
            navigate(paths?.scorecard(scorecard.ref) ?? '..');
          }}
        />
      )}
      {dialog === 'remove' && (
        <RemoveDialog
          draftId={draft.id}
          title={title}
          onClose={() => setDialog(undefined)}
          onRemoved={() => navigate(paths?.drafts ?? '..')}
        />
      )}
    </EditorVocabulary>
  );
}
