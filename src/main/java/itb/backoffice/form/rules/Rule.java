package itb.backoffice.form.rules;

/** A rule for booking, each a child of the booking-rules extension. */
public enum Rule {
    AGE("minimumPatientAgeYears", "valuePositiveInt", 18, 1),
    NOTICE("minimumAdvanceBookingMinutes", "valueInteger", 60, 15),
    CANCELLING("cancellationAllowed", "valueBoolean", 0, 0),
    CANCEL_BEFORE("allowCancellationRemainingHours", "valueInteger", 24, 1),
    CANCEL_AFTER("allowCancellationAfterRegistrationHours", "valueInteger", 1, 1),
    MOVING("reschedulingAllowed", "valueBoolean", 0, 0),
    MOVE_BEFORE("allowRescheduleRemainingHours", "valueInteger", 24, 1),
    MOVE_AFTER("allowRescheduleAfterRegistrationHours", "valueInteger", 1, 1);

    private final String child;
    private final String member;
    private final int usual;
    private final int step;

    Rule(String child, String member, int usual, int step) {
        this.child = child;
        this.member = member;
        this.usual = usual;
        this.step = step;
    }

    /** The url of the child extension. */
    public String child() {
        return child;
    }

    /** The member that holds its value, as the profile has it. */
    String member() {
        return member;
    }

    /** The number that it has when it is turned on. */
    public int usual() {
        return usual;
    }

    /** How far one step of the number goes. */
    public int step() {
        return step;
    }

    /** Whether it is a yes or no; all others have a number. */
    public boolean yesOrNo() {
        return step == 0;
    }

    /** The yes or no on which an hour rule depends; itself for all others. */
    public Rule permission() {
        return switch (this) {
            case CANCEL_BEFORE, CANCEL_AFTER -> CANCELLING;
            case MOVE_BEFORE, MOVE_AFTER -> MOVING;
            default -> this;
        };
    }
}
