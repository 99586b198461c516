package itb.backoffice;

import itb.backoffice.validation.Validator;
import itb.backoffice.validation.pack.PackageInUse;

/** What one connection's resources are checked against, and the validator that does it. */
record ChainProfiles(PackageInUse inUse, Validator validator) {}
