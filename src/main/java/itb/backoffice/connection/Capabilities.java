package itb.backoffice.connection;

import java.util.Map;
import java.util.Set;

/**
 * What a server declares in {@code /metadata}.
 *
 * @param software its name and version, may be empty
 * @param fhirVersion e.g. {@code 4.0.1}
 * @param types for each resource type what may be done with it
 * @param transactions whether it takes transaction Bundles
 * @param guides the implementation guides that it says it follows
 * @param operations what it computes when asked: {@code $name} for all that it keeps, {@code Type/$name} for one resource
 */
public record Capabilities(
        String software,
        String fhirVersion,
        Map<String, TypeRules> types,
        boolean transactions,
        Set<String> guides,
        Set<String> operations) {
    /** What an older program kept of a server knows of no guides, and of no operations. */
    @SuppressWarnings("ConstantValue")
    public Capabilities {
        guides = guides == null ? Set.of() : guides;
        operations = operations == null ? Set.of() : operations;
    }

    /** One without operations. */
    public Capabilities(
            String software,
            String fhirVersion,
            Map<String, TypeRules> types,
            boolean transactions,
            Set<String> guides) {
        this(software, fhirVersion, types, transactions, guides, Set.of());
    }

    /** One that names no guides. */
    public Capabilities(String software, String fhirVersion, Map<String, TypeRules> types, boolean transactions) {
        this(software, fhirVersion, types, transactions, Set.of(), Set.of());
    }

    /** What can be done with resources of a type. */
    public enum Action {
        READ,
        SEARCH,
        CREATE,
        UPDATE,
        DELETE,
        HISTORY,
        VREAD
    }

    /**
     * The rules of one type.
     *
     * @param updateCreate whether a PUT may create under the client's own id
     * @param conditionalCreate whether {@code If-None-Exist} is honoured
     * @param searchParams the declared search parameters
     * @param profiles the profiles that it says it supports
     * @param checksVersions whether it says that an update with a stale version is refused
     */
    public record TypeRules(
            Set<Action> actions,
            boolean updateCreate,
            boolean conditionalCreate,
            Set<String> searchParams,
            Set<String> profiles,
            boolean checksVersions) {
        /** The same of a server that says nothing about stale versions. */
        public TypeRules(
                Set<Action> actions,
                boolean updateCreate,
                boolean conditionalCreate,
                Set<String> searchParams,
                Set<String> profiles) {
            this(actions, updateCreate, conditionalCreate, searchParams, profiles, false);
        }
    }

    /** Whether the server declares {@code action} for resources of {@code type}. */
    public boolean allows(String type, Action action) {
        TypeRules rules = types.get(type);
        return rules != null && rules.actions().contains(action);
    }

    /** Whether the server declares the operation {@code $name} for all that it keeps. */
    public boolean computes(String operation) {
        return operations.contains(operation);
    }

    /** The same for a single resource of {@code type}. */
    public boolean computes(String type, String operation) {
        return operations.contains(type + "/" + operation);
    }

    /** Whether the server declares the search parameter {@code name} for resources of {@code type}. */
    public boolean searches(String type, String name) {
        TypeRules rules = types.get(type);
        return rules != null && rules.searchParams().contains(name);
    }
}
