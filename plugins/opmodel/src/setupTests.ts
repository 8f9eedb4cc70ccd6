import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first page of a file loads the whole component library, which takes seconds
// on a busy machine.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });
