import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Panel,
  Snippet,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { lazy, Suspense } from 'react';
import type { WrittenSpec } from './spec';
import { scorecardEditorTranslationRef } from './translation';

// Who writes YAML is larger than the panel: it comes when the page is there.
const DocumentText = lazy(async () => {
  const { printDocument } = await import('./printDocument');
  return {
    default: (props: { name: string; spec: WrittenSpec }) => (
      <Snippet text={printDocument(props.name, props.spec)} />
    ),
  };
});

/** What is written, as a document for the catalog. */
export function DocumentPanel(props: { name: string; spec: WrittenSpec }) {
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const facts = useFactStyles();
  return (
    <Panel title={t('document.title')}>
      <p className={facts.quiet}>{t('document.text')}</p>
      <Suspense fallback={null}>
        <DocumentText {...props} />
      </Suspense>
    </Panel>
  );
}
