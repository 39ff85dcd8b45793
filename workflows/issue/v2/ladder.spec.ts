import { itGoesUpTheLadder } from '../test/ladder-stories';
import { told } from '../test/version-2';

itGoesUpTheLadder(told);
