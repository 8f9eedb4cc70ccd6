import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ErrorState,
  LoadingRegion,
  PanelSkeleton,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useScorecardPaths } from '../entity/useScorecardPaths';
import { DraftsPage } from './DraftsPage';
import { NewDraftDialog } from './NewDraftDialog';
import { scorecardDraftsTranslationRef } from './translation';

const SKELETON_HEIGHT = 320;

/** Begins a draft: at once as the next version of a scorecard, or after asking for its name. */
export function NewDraftPage() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const paths = useScorecardPaths();
  const edited = params.get('edit');
  const open = useCallback(
    (draftId: string) =>
      navigate(paths?.draft(draftId) ?? `../${draftId}`, { replace: true }),
    [navigate, paths],
  );
  if (edited !== null) {
    return <NextVersion scorecardRef={edited} onBegun={open} />;
  }
  return (
    <>
      <DraftsPage />
      <NewDraftDialog
        copyOf={params.get('copyOf') ?? undefined}
        onClose={() => navigate(paths?.drafts ?? '..')}
        onBegun={({ id }) => open(id)}
      />
    </>
  );
}

function NextVersion(props: {
  scorecardRef: string;
  onBegun: (draftId: string) => void;
}) {
  const { scorecardRef, onBegun } = props;
  const { t } = useTranslationRef(scorecardDraftsTranslationRef);
  const api = useOpmodelApi();
  const [error, setError] = useState<Error>();
  const begin = useCallback(() => {
    setError(undefined);
    api
      .createScorecardDraft({ copyOf: scorecardRef })
      .then(({ id }) => onBegun(id), setError);
  }, [api, scorecardRef, onBegun]);
  // A draft is made once, however often the page is drawn.
  const isBegun = useRef(false);
  useEffect(() => {
    if (!isBegun.current) {
      isBegun.current = true;
      begin();
    }
  }, [begin]);
  return error ? (
    <ErrorState error={error} onRetry={begin} />
  ) : (
    <LoadingRegion>
      <p role="status">{t('form.opening')}</p>
      <PanelSkeleton height={SKELETON_HEIGHT} />
    </LoadingRegion>
  );
}
