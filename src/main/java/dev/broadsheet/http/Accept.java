package dev.broadsheet.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which media types a client would take (RFC 9110, section 12.5.1), as far as it names them.
 *
 * @param weights of the types that are named; 0 for those that are refused
 */
record Accept(Map<String, Double> weights) {
  Accept {
    weights = Map.copyOf(weights);
  }

  /** Reads the header's field; a weight that is none is as if it were not there. */
  static Accept of(String field) {
    Map<String, Double> weights = new HashMap<>();
    for (String range : field.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      double weight = 1;
      for (int i = 1; i < parts.length; i++) {
        weight = weight(parts[i].strip(), weight);
      }
      weights.put(parts[0].strip(), weight);
    }
    return new Accept(weights);
  }

  private static double weight(String parameter, double otherwise) {
    return parameter.matches("q\\s*=\\s*[01](?:\\.\\d{0,3})?")
        ? Double.parseDouble(parameter.substring(parameter.indexOf('=') + 1).strip())
        : otherwise;
  }

  /** Whether a type is named, and no less welcome than the usual one where that is named too. */
  boolean prefers(String type, String usual) {
    double weight = weights.getOrDefault(type, 0.0);
    return weight > 0 && weight >= weights.getOrDefault(usual, 0.0);
  }
}
