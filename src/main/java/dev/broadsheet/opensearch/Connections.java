package dev.broadsheet.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.json.jackson3.JacksonJsonpMapper;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the connections to a cluster: to any of its nodes that is there. */
final class Connections {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  /** A node that doesn't even take a connection is passed over for the next. */
  private static final Timeout CONNECT = Timeout.ofSeconds(1);

  private static final Timeout ANSWER = Timeout.ofMinutes(2);
  private static final int MAX = 64;

  private Connections() {}

  static OpenSearchTransport open(OpenSearchSettings.Cluster cluster) throws IOException {
    HttpHost[] hosts = cluster.hosts().stream().map(Connections::host).toArray(HttpHost[]::new);
    SSLContext tls =
        cluster.certificate().isPresent() ? trusting(cluster.certificate().get()) : null;
    return ApacheHttpClient5TransportBuilder.builder(hosts)
        .setMapper(new JacksonJsonpMapper())
        .setRequestConfigCallback(config -> config.setResponseTimeout(ANSWER))
        .setConnectionConfigCallback(config -> config.setConnectTimeout(CONNECT))
        .setHttpClientConfigCallback(http -> {
          var connections =
              PoolingAsyncClientConnectionManagerBuilder.create()
                  .setMaxConnPerRoute(MAX)
                  .setMaxConnTotal(MAX)
                  .setDefaultConnectionConfig(
                      ConnectionConfig.custom().setConnectTimeout(CONNECT).build());
          if (tls != null) {
            connections.setTlsStrategy(
                ClientTlsStrategyBuilder.create().setSslContext(tls).buildAsync());
          }
          http.setConnectionManager(connections.build());
          // What goes wrong with a request is told to who asked; the rest comes of closing.
          http.setIoReactorExceptionCallback(e -> LOG.debug("a connection to the cluster", e));
          cluster.user().ifPresent(user -> http.setDefaultCredentialsProvider(known(hosts, user)));
          return http;
        })
        .build();
  }

  private static HttpHost host(URI uri) {
    boolean secure = "https".equals(uri.getScheme());
    int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
    return new HttpHost(uri.getScheme(), uri.getHost(), port);
  }

  private static BasicCredentialsProvider known(HttpHost[] hosts, OpenSearchSettings.User user) {
    var provider = new BasicCredentialsProvider();
    for (HttpHost host : hosts) {
      provider.setCredentials(
          new AuthScope(host),
          new UsernamePasswordCredentials(user.name(), user.password().toCharArray()));
    }
    return provider;
  }

  /** Trusts what the authorities of a file have signed, and nothing else. */
  private static SSLContext trusting(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate authority :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + number++, authority);
      }
      if (number == 0) {
        throw new IOException(file + ": expected a certificate in PEM form");
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new IOException(file + ": expected a certificate in PEM form: " + e.getMessage(), e);
    }
  }
}
