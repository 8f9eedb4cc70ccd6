import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import GetAppIcon from '@material-ui/icons/GetApp';
import type { ScorecardDetail } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  ChoicePicker,
  Panel,
  QueryView,
  RowsSkeleton,
  Snippet,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { downloadYaml } from '../../export/downloadYaml';
import { useScorecardDocument } from '../../hooks/scorecardQueries';
import { scorecardsDetailTranslationRef } from '../../translations/detail';

const SKELETON_ROWS = 10;

const useStyles = makeStyles({
  document: {
    '& pre': { maxHeight: 420, overflowY: 'auto' },
    '@media print': { '& pre': { maxHeight: 'none' } },
  },
});

/** The scorecard as a document for the catalog, in any of its versions, to be copied or kept. */
export function DocumentPanel(props: {
  detail: ScorecardDetail;
  /** Undefined: the one that holds. */
  version: number | undefined;
  onChooseVersion: (version: number | undefined) => void;
}) {
  const { detail, version, onChooseVersion } = props;
  const { scorecard, source } = detail;
  const { t } = useTranslationRef(scorecardsDetailTranslationRef);
  const facts = useFactStyles();
  const classes = useStyles();
  const document = useScorecardDocument(scorecard.ref, version);
  const earlier = Array.from(
    { length: Math.max(0, scorecard.version - 1) },
    (_, index) => String(scorecard.version - 1 - index),
  );
  return (
    <Panel
      title={t('document.title')}
      actions={
        earlier.length > 0 && (
          <ChoicePicker
            label={t('document.version')}
            value={version === undefined ? '' : String(version)}
            choices={[
              {
                id: '',
                label: t('document.current', {
                  version: String(scorecard.version),
                }),
              },
              ...earlier.map(id => ({
                id,
                label: t('document.numbered', { version: id }),
              })),
            ]}
            onChange={id => onChooseVersion(id === '' ? undefined : Number(id))}
          />
        )
      }
    >
      <p className={facts.quiet}>
        {source === null
          ? t('document.portal')
          : t('document.source', { source })}
      </p>
      <QueryView
        query={document}
        subject={t('document.subject')}
        skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
      >
        {({ name, yaml }) => (
          <>
            <div className={classes.document}>
              <Snippet text={yaml} />
            </div>
            <div className={facts.actions}>
              <ActionButton
                startIcon={<GetAppIcon />}
                onClick={() => downloadYaml(name, yaml)}
              >
                {t('document.download')}
              </ActionButton>
            </div>
          </>
        )}
      </QueryView>
    </Panel>
  );
}
