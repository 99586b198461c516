package itb.backoffice.faults;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * The relay by hand, between any client and any server: {@code packaging/faults relay URL [PERCENT FAULT]...} does each
 * fault to so many of a hundred answers, and says what it does.
 */
final class RelayCommand {
    private RelayCommand() {}

    public static void main(String... args) throws Exception {
        if (args.length == 0 || args.length % 2 == 0) {
            System.out.println("URL [PERCENT FAULT]..., the faults are " + Arrays.toString(Fault.values()));
            System.exit(2);
        }
        Map<Fault, Integer> shares = new LinkedHashMap<>();
        for (int i = 1; i < args.length; i += 2) {
            shares.put(Fault.valueOf(args[i + 1].toUpperCase(Locale.ROOT)), Integer.parseInt(args[i]));
        }
        Random random = new Random();
        FaultRelay relay = new FaultRelay(URI.create(args[0]));
        relay.choose((method, path) -> {
            Fault fault = drawn(shares, random.nextInt(100));
            System.out.println(method + " " + path + " " + fault);
            return fault;
        });
        System.out.println("Use " + relay.base() + " in place of " + args[0] + "; Ctrl+C ends it");
        Thread.currentThread().join();
    }

    private static Fault drawn(Map<Fault, Integer> shares, int draw) {
        int sum = 0;
        for (var share : shares.entrySet()) {
            sum += share.getValue();
            if (draw < sum) {
                return share.getKey();
            }
        }
        return Fault.NONE;
    }
}
