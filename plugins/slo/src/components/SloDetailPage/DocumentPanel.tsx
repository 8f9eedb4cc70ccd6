import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import GetAppIcon from '@material-ui/icons/GetApp';
import type {
  SloDetail,
  SloProblem,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  Snippet,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { downloadText } from '../../export/downloadText';
import { sloDetailTranslationRef } from '../../translations/detail';
import { DocumentSource, ProblemTable } from '../ProblemsPage';

/** The document as it was written. */
export function DocumentPanel(props: { detail: SloDetail }) {
  const { document, source, status } = props.detail;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const facts = useFactStyles();
  return (
    <Panel title={t('document.title')}>
      <p className={facts.quiet}>
        {source === null
          ? t('document.noSource')
          : t('document.source', {
              source: <DocumentSource source={source} />,
            })}
      </p>
      <Snippet text={document} />
      <div className={facts.actions}>
        <ActionButton
          startIcon={<GetAppIcon />}
          onClick={() =>
            downloadText(`${parseEntityRef(status.ref).name}.yaml`, document)
          }
        >
          {t('document.download')}
        </ActionButton>
      </div>
    </Panel>
  );
}

/** What is wrong with the document. */
export function DocumentProblems(props: { problems: readonly SloProblem[] }) {
  const { problems } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const facts = useFactStyles();
  return (
    <Panel title={t('problems.title')}>
      {problems.length === 0 ? (
        <p className={facts.quiet}>{t('problems.none')}</p>
      ) : (
        <ProblemTable
          ofOneSlo
          label={t('problems.title')}
          problems={problems}
        />
      )}
    </Panel>
  );
}
