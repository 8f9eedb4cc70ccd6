import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloQuery } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Snippet,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloExplainTranslationRef } from '../../translations/explain';

/** The very queries that are asked, to be copied or opened where they are answered. */
export function QueryList(props: { queries: readonly SloQuery[] }) {
  const { queries } = props;
  const { t } = useTranslationRef(sloExplainTranslationRef);
  const facts = useFactStyles();
  const parts = {
    good: t('part.good'),
    bad: t('part.bad'),
    total: t('part.total'),
    raw: t('part.raw'),
    threshold: t('part.threshold'),
  };
  if (queries.length === 0) {
    return <p className={facts.quiet}>{t('noQueries')}</p>;
  }
  return (
    <>
      {queries.map(({ part, text, url }) => (
        <div key={`${part} ${text}`}>
          <p className={facts.heading}>{t('query', { part: parts[part] })}</p>
          <Snippet text={text} />
          {url && <Link to={url}>{t('openQuery')}</Link>}
        </div>
      ))}
    </>
  );
}
