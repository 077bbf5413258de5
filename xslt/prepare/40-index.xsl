<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries for indexes made from the text: the terms that have places, and the ids of the places. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://chancery.example/ns"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Whether there are any, as far as who built the tree knows: looking for them is a walk over the whole text. -->
  <xsl:param name="may-have-index" as="xs:boolean" select="true()"/>

  <xsl:variable name="index-entries" as="element(index)*" select="if ($may-have-index) then /TEI/text ! descendant::index[not(parent::index)] else ()"/>
  <!-- A term with an index behind it is the heading of what is nested there, and has no place of its own. -->
  <xsl:variable name="index-terms" as="element(term)*"
    select="$index-entries/descendant-or-self::index/term[normalize-space()][not(following-sibling::*[1][self::index])]"/>
  <xsl:variable name="index-ids" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each select="$index-entries">
        <xsl:map-entry key="generate-id()" select="(@xml:id, 'index-entry-' || position())[1] ! string(.)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>
</xsl:stylesheet>
