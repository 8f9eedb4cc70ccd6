import {
  readWebhookBody,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';

const bodySchema = z.object({
  id: z.string(),
  component: z.string(),
  at: z.string(),
});

/** Reads the webhooks of a sender who knows nothing but deployments. */
export const deploymentReader: WebhookReader = {
  type: 'faults',
  title: 'Deployments of the fault tests',
  read(delivery) {
    const { id, component, at } = readWebhookBody(bodySchema, delivery);
    return [
      {
        source: 'faults:cd.example.com',
        id,
        time: at,
        observation: {
          kind: 'deployment',
          subject: id,
          target: { entityRefs: [`component:default/${component}`] },
          environment: 'production',
          finishedAt: at,
        },
      },
    ];
  },
};
