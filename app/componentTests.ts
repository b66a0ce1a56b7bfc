// Before the tests of components: waiting for something on the screen is bounded by what hangs, not by how busy the machine is.
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 60_000 });
