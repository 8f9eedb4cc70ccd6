import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** How templates use the action. */
export const fileDebtExamples: TemplateExample[] = [
  {
    description: 'Files what the template leaves to be done',
    example: stringify({
      steps: [
        {
          id: 'debt',
          name: 'File what is left to be done',
          action: 'opmodel:tech-debt:file',
          input: {
            title: '${{ parameters.name }} has no load test',
            entityRefs: ['component:default/${{ parameters.name }}'],
            category: 'test',
            severity: 'medium',
            principalDays: 3,
          },
        },
      ],
    }),
  },
];
