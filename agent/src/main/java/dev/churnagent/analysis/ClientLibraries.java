package dev.churnagent.analysis;

import static dev.churnagent.analysis.ClientLibrary.Role.BASIC;
import static dev.churnagent.analysis.ClientLibrary.Role.CLIENT;
import static dev.churnagent.analysis.ClientLibrary.Role.TOOL;
import static dev.churnagent.analysis.ClientLibrary.Role.TRANSPORT;

/**
 * The client libraries that are known by their packages. A copy that a library has made of another
 * one is its own: gRPC's of Netty counts for gRPC.
 */
final class ClientLibraries {
  private static final ClientLibrary[] ALL = {
    new ClientLibrary(TRANSPORT, "Netty", "io.netty", "netty"),
    // Of the JDK.
    new ClientLibrary(BASIC, "JDK HttpClient", "jdk.internal.net.http java.net.http", null),
    new ClientLibrary(
        BASIC,
        "HttpURLConnection",
        "sun.net.www.http sun.net.www.protocol.http sun.net.www.protocol.https",
        null),
    new ClientLibrary(CLIENT, "JDK FTP", "sun.net.ftp sun.net.www.protocol.ftp", null),
    new ClientLibrary(CLIENT, "JDK LDAP", "com.sun.jndi.ldap", null),
    new ClientLibrary(CLIENT, "JDK RMI", "sun.rmi java.rmi", null),
    // HTTP.
    new ClientLibrary(BASIC, "OkHttp", "okhttp3", "okhttp"),
    new ClientLibrary(BASIC, "Apache HttpClient", "org.apache.hc", "httpclient5"),
    new ClientLibrary(BASIC, "Apache HttpClient", "org.apache.http", "httpclient httpasyncclient"),
    new ClientLibrary(
        BASIC, "Apache Commons HttpClient", "org.apache.commons.httpclient", "commons-httpclient"),
    new ClientLibrary(
        BASIC,
        "Jetty client",
        "org.eclipse.jetty.client org.eclipse.jetty.http2.client org.eclipse.jetty.http3.client"
            + " org.eclipse.jetty.websocket.client org.eclipse.jetty.io.ClientConnector",
        "jetty-client jetty-http2-client jetty-http3-client jetty-websocket-jetty-client"),
    new ClientLibrary(BASIC, "Reactor Netty", "reactor.netty", "reactor-netty"),
    new ClientLibrary(BASIC, "Vert.x", "io.vertx", "vertx"),
    new ClientLibrary(BASIC, "Async HTTP Client", "org.asynchttpclient", "async-http-client"),
    new ClientLibrary(BASIC, "Armeria", "com.linecorp.armeria.client", "armeria"),
    new ClientLibrary(BASIC, "Helidon WebClient", "io.helidon.webclient", "helidon-webclient"),
    new ClientLibrary(BASIC, "Undertow client", "io.undertow.client", "undertow-core"),
    new ClientLibrary(BASIC, "Grizzly", "org.glassfish.grizzly", "grizzly"),
    new ClientLibrary(BASIC, "Apache MINA", "org.apache.mina", "mina-core"),
    new ClientLibrary(CLIENT, "Methanol", "com.github.mizosoft.methanol", "methanol"),
    new ClientLibrary(CLIENT, "Tyrus", "org.glassfish.tyrus", "tyrus"),
    new ClientLibrary(CLIENT, "Java-WebSocket", "org.java_websocket", "Java-WebSocket"),
    new ClientLibrary(CLIENT, "Retrofit", "retrofit2", "retrofit"),
    new ClientLibrary(CLIENT, "Feign", "feign", "feign-core"),
    new ClientLibrary(CLIENT, "Ktor client", "io.ktor.client", "ktor-client"),
    new ClientLibrary(CLIENT, "Jersey client", "org.glassfish.jersey.client", "jersey-client"),
    new ClientLibrary(CLIENT, "RESTEasy client", "org.jboss.resteasy.client", "resteasy-client"),
    new ClientLibrary(
        CLIENT,
        "CXF client",
        "org.apache.cxf.transport.http org.apache.cxf.jaxrs.client",
        "cxf-rt-transports-http cxf-rt-rs-client"),
    new ClientLibrary(
        CLIENT,
        "Spring Web client",
        "org.springframework.web.client org.springframework.http.client",
        "spring-web"),
    new ClientLibrary(CLIENT, "REST Assured", "io.restassured", "rest-assured"),
    new ClientLibrary(
        CLIENT, "Unirest", "kong.unirest com.mashape.unirest", "unirest-java unirest"),
    new ClientLibrary(CLIENT, "Google HTTP Client", "com.google.api.client", "google-http-client"),
    new ClientLibrary(CLIENT, "jsoup", "org.jsoup", "jsoup"),
    new ClientLibrary(CLIENT, "gRPC", "io.grpc", "grpc"),
    // Tests and devices.
    new ClientLibrary(CLIENT, "Selenium", "org.openqa.selenium", "selenium"),
    new ClientLibrary(CLIENT, "Appium", "io.appium.java_client", "java-client"),
    new ClientLibrary(CLIENT, "Selenide", "com.codeborne.selenide", "selenide"),
    new ClientLibrary(
        TOOL,
        "JMeter",
        "org.apache.jmeter",
        "ApacheJMeter_core ApacheJMeter_http ApacheJMeter_tcp ApacheJMeter_jdbc ApacheJMeter_java"
            + " ApacheJMeter_components"),
    new ClientLibrary(TOOL, "Gatling", "io.gatling", "gatling"),
    new ClientLibrary(TOOL, "Karate", "com.intuit.karate io.karatelabs", "karate"),
    new ClientLibrary(
        TOOL, "WireMock", "com.github.tomakehurst.wiremock org.wiremock wiremock", "wiremock"),
    new ClientLibrary(TOOL, "MockServer", "org.mockserver", "mockserver"),
    new ClientLibrary(CLIENT, "ddmlib", "com.android.ddmlib", "ddmlib"),
    new ClientLibrary(CLIENT, "Docker client", "com.github.dockerjava", "docker-java"),
    new ClientLibrary(CLIENT, "Testcontainers", "org.testcontainers", "testcontainers"),
    // Data bases and their pools.
    new ClientLibrary(CLIENT, "HikariCP", "com.zaxxer.hikari", "HikariCP"),
    new ClientLibrary(CLIENT, "c3p0", "com.mchange.v2.c3p0 com.mchange.v2.resourcepool", "c3p0"),
    new ClientLibrary(
        CLIENT,
        "Commons DBCP",
        "org.apache.commons.dbcp2 org.apache.commons.dbcp org.apache.tomcat.dbcp",
        "commons-dbcp2 commons-dbcp tomcat-dbcp"),
    new ClientLibrary(CLIENT, "Tomcat JDBC", "org.apache.tomcat.jdbc", "tomcat-jdbc"),
    new ClientLibrary(CLIENT, "Druid", "com.alibaba.druid", "druid"),
    new ClientLibrary(CLIENT, "PostgreSQL JDBC", "org.postgresql", "postgresql"),
    new ClientLibrary(CLIENT, "MySQL Connector/J", "com.mysql", "mysql-connector"),
    new ClientLibrary(CLIENT, "MariaDB Connector/J", "org.mariadb.jdbc", "mariadb-java-client"),
    new ClientLibrary(
        CLIENT,
        "Oracle JDBC",
        "oracle.jdbc oracle.net",
        "ojdbc6 ojdbc7 ojdbc8 ojdbc10 ojdbc11 ojdbc17"),
    new ClientLibrary(CLIENT, "SQL Server JDBC", "com.microsoft.sqlserver.jdbc", "mssql-jdbc"),
    new ClientLibrary(CLIENT, "Db2 JDBC", "com.ibm.db2.jcc", "jcc"),
    new ClientLibrary(CLIENT, "R2DBC", "io.r2dbc", "r2dbc"),
    new ClientLibrary(CLIENT, "MongoDB driver", "com.mongodb", "mongodb-driver mongo-java-driver"),
    new ClientLibrary(
        CLIENT,
        "Cassandra driver",
        "com.datastax.oss.driver com.datastax.driver",
        "java-driver-core cassandra-driver-core"),
    new ClientLibrary(CLIENT, "Neo4j driver", "org.neo4j.driver", "neo4j-java-driver"),
    new ClientLibrary(CLIENT, "Jedis", "redis.clients.jedis", "jedis"),
    new ClientLibrary(CLIENT, "Lettuce", "io.lettuce.core", "lettuce-core"),
    new ClientLibrary(CLIENT, "Redisson", "org.redisson", "redisson"),
    new ClientLibrary(CLIENT, "spymemcached", "net.spy.memcached", "spymemcached"),
    new ClientLibrary(CLIENT, "XMemcached", "net.rubyeye.xmemcached", "xmemcached"),
    new ClientLibrary(CLIENT, "Hazelcast client", "com.hazelcast.client", "hazelcast"),
    new ClientLibrary(
        CLIENT,
        "Elasticsearch client",
        "org.elasticsearch.client co.elastic.clients",
        "elasticsearch-rest-client elasticsearch-java"),
    new ClientLibrary(
        CLIENT,
        "OpenSearch client",
        "org.opensearch.client",
        "opensearch-rest-client opensearch-java"),
    new ClientLibrary(CLIENT, "SolrJ", "org.apache.solr.client", "solr-solrj"),
    // Messages and coordination.
    new ClientLibrary(
        CLIENT,
        "Kafka client",
        "org.apache.kafka.clients org.apache.kafka.common",
        "kafka-clients"),
    new ClientLibrary(CLIENT, "RabbitMQ client", "com.rabbitmq.client", "amqp-client"),
    new ClientLibrary(
        CLIENT,
        "ActiveMQ client",
        "org.apache.activemq",
        "activemq-client artemis-core-client artemis-jms-client"),
    new ClientLibrary(CLIENT, "Pulsar client", "org.apache.pulsar.client", "pulsar-client"),
    new ClientLibrary(CLIENT, "NATS client", "io.nats.client", "jnats"),
    new ClientLibrary(
        CLIENT,
        "Paho MQTT",
        "org.eclipse.paho",
        "org.eclipse.paho.client.mqttv3 org.eclipse.paho.mqttv5.client"),
    new ClientLibrary(CLIENT, "HiveMQ MQTT", "com.hivemq.client", "hivemq-mqtt-client"),
    new ClientLibrary(CLIENT, "ZooKeeper client", "org.apache.zookeeper", "zookeeper"),
    new ClientLibrary(CLIENT, "Curator", "org.apache.curator", "curator"),
    // Clouds, files, mail.
    new ClientLibrary(
        CLIENT,
        "AWS SDK",
        "software.amazon.awssdk",
        "sdk-core aws-core apache-client netty-nio-client url-connection-client http-client-spi"),
    new ClientLibrary(CLIENT, "AWS SDK", "com.amazonaws", "aws-java-sdk"),
    new ClientLibrary(CLIENT, "JSch", "com.jcraft.jsch", "jsch"),
    new ClientLibrary(CLIENT, "SSHJ", "net.schmizz.sshj com.hierynomus.sshj", "sshj"),
    new ClientLibrary(CLIENT, "MINA SSHD", "org.apache.sshd.client", "sshd-core"),
    new ClientLibrary(CLIENT, "Commons Net", "org.apache.commons.net", "commons-net"),
    new ClientLibrary(
        CLIENT,
        "Jakarta Mail",
        "com.sun.mail org.eclipse.angus.mail",
        "javax.mail jakarta.mail angus-mail angus-core"),
    new ClientLibrary(CLIENT, "UnboundID LDAP", "com.unboundid.ldap", "unboundid-ldapsdk"),
    // What the program tells about itself. Only the parts that send: others wrap calls of clients.
    new ClientLibrary(
        CLIENT, "OpenTelemetry exporter", "io.opentelemetry.exporter", "opentelemetry-exporter"),
    new ClientLibrary(
        CLIENT,
        "Micrometer",
        "io.micrometer.core.ipc io.micrometer.registry io.micrometer.graphite",
        "micrometer-core micrometer-registry"),
    new ClientLibrary(CLIENT, "Logback", "ch.qos.logback", "logback"),
    new ClientLibrary(
        CLIENT, "Logstash encoder", "net.logstash.logback", "logstash-logback-encoder"),
    new ClientLibrary(CLIENT, "Log4j", "org.apache.logging.log4j", "log4j-core"),
  };

  private ClientLibraries() {}

  /** The library that a class belongs to, or null; the one with the longest package counts. */
  static ClientLibrary of(String className) {
    ClientLibrary found = null;
    int longest = 0;
    for (ClientLibrary library : ALL) {
      int length = library.lengthIn(className);
      if (length > longest) {
        found = library;
        longest = length;
      }
    }
    return found;
  }

  /** Whether a class belongs to a tool that does by itself what its users wrote. */
  static boolean isTool(String className) {
    ClientLibrary library = of(className);
    return library != null && library.role == TOOL;
  }
}
