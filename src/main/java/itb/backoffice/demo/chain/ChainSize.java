package itb.backoffice.demo.chain;

/**
 * How large a chain is. Everything grows with the clinics: 24 of them go with 5 areas, 40 treatments, 30 billing
 * organisations, 120 people and 220 roles.
 *
 * @param clinics how many clinics; 0 for no chain at all
 */
public record ChainSize(int clinics) {
    private static final double USUAL_CLINICS = 24;

    public ChainSize {
        if (clinics < 0) {
            throw new IllegalArgumentException("A chain has no fewer than 0 clinics");
        }
    }

    /** Areas, each with about five clinics. */
    public int areas() {
        return scaled(5);
    }

    /** Treatments on offer. */
    public int treatments() {
        return scaled(40);
    }

    /** Billing organisations. */
    public int billingOrganisations() {
        return scaled(30);
    }

    /** Different people. */
    public int people() {
        return scaled(120);
    }

    /** Roles, each of one person at one clinic. */
    public int roles() {
        return scaled(220);
    }

    private int scaled(int usual) {
        return clinics == 0 ? 0 : (int) Math.max(1, Math.round(usual * clinics / USUAL_CLINICS));
    }
}
